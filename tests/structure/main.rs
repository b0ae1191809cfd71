//! How the code is laid out: which modules may name each other, and who may name a platform.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail by a panic"
)]

mod circles;
mod crate_source;
mod platform_names;
