//! How the code is laid out: which modules may name each other, who may name a platform, and that the pages name what
//! exists: files, attributes, kinds of failures, parts and custom properties.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail by a panic"
)]

mod attributes;
mod circles;
mod crate_source;
mod failure_kinds;
mod pages;
mod picture;
mod platform_names;
mod playground;
mod source;
mod theming;
