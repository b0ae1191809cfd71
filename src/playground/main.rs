//! The playground: an owner picks a platform, tries the form and copies the snippet.
//!
//! It runs in the browser only. What needs no browser is tested natively, by
//! `cargo test --bin playground`.

#[cfg(any(test, target_arch = "wasm32"))]
mod masking;
#[cfg(any(test, target_arch = "wasm32"))]
mod owner;
#[cfg(target_arch = "wasm32")]
mod page;

#[cfg(target_arch = "wasm32")]
fn main() {
    page::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
