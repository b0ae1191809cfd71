//! What the native suites share.

#![allow(dead_code, reason = "each suite uses a part of it")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by a panic"
)]

pub mod address;
pub mod agreement;
pub mod drive;
pub mod fixture;
pub mod jwt;
pub mod proof;
pub mod random;
pub mod recorded;
pub mod secret;
pub mod signup;
pub mod valid;

use proptest::test_runner::Config;

/// How often a property is tried. Nothing is written into the tree: a case that failed once
/// becomes a test with a name.
pub fn cases(cases: u32) -> Config {
    Config {
        cases,
        failure_persistence: None,
        ..Config::default()
    }
}
