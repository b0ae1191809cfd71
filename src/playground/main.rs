//! The playground: an owner picks a platform, tries the form and copies the snippet.
//!
//! It runs in the browser only. What needs no browser is tested natively, by
//! `cargo test --bin playground`.

#[cfg(target_arch = "wasm32")]
mod app;
#[cfg(any(test, target_arch = "wasm32"))]
mod owner;
#[cfg(any(test, target_arch = "wasm32"))]
mod secret;

#[cfg(target_arch = "wasm32")]
fn main() {
    app::start();
}

#[cfg(not(target_arch = "wasm32"))]
fn main() {}
