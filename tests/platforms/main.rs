//! What holds for every platform of the registry, over its recorded registrations.

#![cfg(not(target_arch = "wasm32"))]
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail by a panic"
)]

mod orders;
mod privileges;
mod properties;
mod recorded;
#[path = "../support/mod.rs"]
mod support;
