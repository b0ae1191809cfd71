//! What the owner chooses, and what follows from it without a browser.

pub mod common;
pub mod kept;
pub mod sample;
pub mod setup;
pub mod snippet;
