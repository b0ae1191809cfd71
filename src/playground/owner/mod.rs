//! What the owner chooses, and what follows from it without a browser.

pub mod common;
pub mod fragment;
/// Tested natively by `tests/groups.rs`.
#[cfg(target_arch = "wasm32")]
pub mod groups;
pub mod sample;
pub mod setup;
pub mod snippet;
