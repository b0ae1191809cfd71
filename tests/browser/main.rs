//! The widget in a real browser, with the platform played by the test.

#![cfg(target_arch = "wasm32")]
#![allow(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may fail by a panic"
)]

mod element;
mod faults;
#[allow(dead_code, reason = "the browser reads no folder")]
#[path = "../support/fixture.rs"]
mod fixture;
mod form;
#[path = "../support/jwt.rs"]
mod jwt;
mod platforms;
mod support;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
