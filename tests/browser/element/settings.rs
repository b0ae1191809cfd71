//! Settings that can't work: a sentence for the shopper, and the reason for the owner.

use crate::support::{Mounted, Owner};
use wasm_bindgen_test::wasm_bindgen_test;

fn assert_refused(owner: Owner, reason: &str) -> Mounted {
    let form = owner.mount();
    assert!(form.find("form").is_none());
    assert!(
        form.text("[role=alert]")
            .starts_with("This store can’t create accounts right now.")
    );
    let details = form.details("signup-error");
    assert_eq!(details.len(), 1);
    assert_eq!(details[0]["kind"], "configuration");
    assert_eq!(details[0]["retryable"], false);
    let message = details[0]["message"].as_str().unwrap_or_default();
    assert!(message.contains(reason), "{message}");
    assert!(!form.has_heard("signup-ready"));
    assert_eq!(form.states(), ["failed"]);
    form
}

#[wasm_bindgen_test]
fn an_unknown_platform_is_refused_and_the_known_ones_are_named() {
    assert_refused(
        Owner::of_medusa().with("platform", "medussa"),
        "medusa, medusa-v1",
    );
    assert_refused(Owner::of_nothing(), "`platform`");
}

#[wasm_bindgen_test]
fn a_missing_key_is_refused() {
    assert_refused(
        Owner::of_medusa().without("publishable-key"),
        "`publishable-key`",
    );
}

#[wasm_bindgen_test]
fn a_key_that_no_header_can_hold_is_refused() {
    assert_refused(
        Owner::of_medusa().with("publishable-key", "pk_…"),
        "not a complete key",
    );
}

#[wasm_bindgen_test]
fn a_secret_key_is_refused_and_not_repeated() {
    let form = assert_refused(
        Owner::of_medusa().with("publishable-key", "sk_0123456789"),
        "secret",
    );
    let message = form.details("signup-error")[0].to_string();
    assert!(!message.contains("sk_0123456789"), "{message}");
}

#[wasm_bindgen_test]
fn a_secret_key_in_any_attribute_is_refused() {
    assert_refused(
        Owner::of_medusa().with("data-key", " SK_0123456789"),
        "`data-key`",
    );
}

#[wasm_bindgen_test]
fn an_endpoint_without_encryption_is_refused() {
    assert_refused(
        Owner::of_medusa().with("endpoint", "http://store.example"),
        "https",
    );
    assert_refused(Owner::of_medusa().without("endpoint"), "`endpoint`");
}

#[wasm_bindgen_test]
fn an_endpoint_on_the_own_machine_needs_no_encryption() {
    let form = Owner::of_medusa()
        .with("endpoint", "http://127.0.0.1:9000")
        .mount();
    assert!(form.shows("form"));
}

#[wasm_bindgen_test]
fn an_unknown_field_is_refused_and_the_known_ones_are_named() {
    assert_refused(Owner::of_medusa().with("fields", "shoe_size"), "phone");
}

#[wasm_bindgen_test]
fn a_link_that_would_run_a_script_is_refused() {
    let form = assert_refused(
        Owner::of_medusa().with("sign-in-url", "javascript:alert(1)"),
        "`sign-in-url`",
    );
    assert!(form.find("a").is_none());
}

#[wasm_bindgen_test]
fn the_notice_leads_to_the_sign_in_page() {
    let form = assert_refused(
        Owner::of_nothing().with("sign-in-url", "/sign-in"),
        "`platform`",
    );
    assert_eq!(
        form.attribute("[role=alert] a", "href").as_deref(),
        Some("/sign-in")
    );
}

#[wasm_bindgen_test]
fn a_notice_can_be_reset_without_harm() {
    let form = assert_refused(Owner::of_nothing(), "`platform`");
    form.reset();
    assert!(form.find("[role=alert]").is_some());
}
