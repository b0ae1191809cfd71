//! The server, against the sandbox on this machine.

#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test may fail by a panic"
)]

mod check;
mod ecwid;
mod elastic_path;
mod limits;
mod lost;
mod process;
mod restart;
mod slow;
mod source;
mod stop;
mod support;
mod watching;
