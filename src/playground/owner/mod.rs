//! The owner's choices, and all that follows from them without a browser.

pub mod common;
pub mod fragment;
/// `tests/unit/playground/groups.rs` tests it natively.
#[cfg(target_arch = "wasm32")]
pub mod groups;
pub mod sample;
pub mod setup;
pub mod snippet;
