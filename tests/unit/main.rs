//! The tests of single modules, at the paths of the sources: `src/registration/url.rs` has its tests
//! in `tests/unit/registration/url.rs`.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail by a panic"
)]

mod playground;
mod registration;
#[path = "../support/mod.rs"]
mod support;
