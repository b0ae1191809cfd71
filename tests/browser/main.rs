//! The widget in a real browser, with the platform played by the test.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by a panic"
)]

mod configuring;
mod emptying;
mod failing;
mod fields;
mod finishing;
#[allow(dead_code, reason = "the browser reads no folder")]
#[path = "../support/fixture.rs"]
mod fixture;
mod interfering;
#[path = "../support/jwt.rs"]
mod jwt;
mod losing;
mod mounting;
mod password;
mod recorded;
mod refusing;
mod removing;
mod sending;
mod sent;
mod sharing;
mod support;
mod touching;
mod typing;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
