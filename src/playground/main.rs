//! The playground: an owner chooses a platform, tries the form, and copies the snippet.
//!
//! It runs in the browser only. `cargo test --bin playground` tests the parts that need no browser.

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
