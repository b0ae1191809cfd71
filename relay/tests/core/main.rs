//! The core: requests in, decisions out.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail by a panic"
)]

mod address;
mod ecwid;
mod elastic_path;
mod origins;
mod properties;
mod requests;
mod settings;
mod support;
