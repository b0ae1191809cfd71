//! When a shopper sees an error, and when it goes.

use crate::support::{Owner, tick, until};
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn an_empty_form_shows_no_error() {
    let form = Owner::of_medusa().mount();
    tick().await;
    assert!(form.all("[aria-invalid]").is_empty());
    assert!(!form.shows("[role=alert]"));
}

#[wasm_bindgen_test]
async fn no_error_shows_while_a_field_is_first_typed_into() {
    let form = Owner::of_medusa().mount();
    for text in ["a", "ad", "ada", "ada@"] {
        form.type_into("email", text);
        tick().await;
        assert_eq!(form.described("email", "error"), "");
        assert_eq!(form.control("email").get_attribute("aria-invalid"), None);
    }
}

#[wasm_bindgen_test]
async fn leaving_a_field_that_was_typed_into_ties_its_error_to_it() {
    let form = Owner::of_medusa().mount();
    form.enter("email", "ada");
    until("the error shows", || {
        !form.described("email", "error").is_empty()
    })
    .await;
    assert_eq!(
        form.described("email", "error"),
        "Enter a full address with one @, such as name@example.com."
    );
    assert_eq!(
        form.control("email")
            .get_attribute("aria-invalid")
            .as_deref(),
        Some("true")
    );
    assert!(!form.shows("[role=alert]"), "the summary waits for a press");
}

#[wasm_bindgen_test]
async fn leaving_a_field_that_nobody_typed_into_says_nothing() {
    let form = Owner::of_medusa().mount();
    form.leave("email");
    tick().await;
    assert!(form.all("[aria-invalid]").is_empty());
}

#[wasm_bindgen_test]
async fn the_error_goes_as_soon_as_the_text_is_right() {
    let form = Owner::of_medusa().mount();
    form.enter("email", "ada@example");
    until("the error shows", || {
        !form.described("email", "error").is_empty()
    })
    .await;
    form.type_into("email", "ada@example.com");
    until("the error is gone", || {
        form.described("email", "error").is_empty()
    })
    .await;
    assert_eq!(form.control("email").get_attribute("aria-invalid"), None);
    assert_eq!(form.text("[id$='-email-error']"), "");
}

#[wasm_bindgen_test]
async fn an_error_follows_the_text_once_it_was_shown() {
    let form = Owner::of_medusa().mount();
    form.enter("password", "short");
    until("the error shows", || {
        form.described("password", "error") == "Use at least 8 characters."
    })
    .await;
    form.type_into("password", "password123");
    until("the reason changes", || {
        form.described("password", "error")
            .contains("anyone would guess")
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_password_that_is_the_email_is_told_when_the_email_changes() {
    let form = Owner::of_medusa().mount();
    form.enter("password", "ada@example.com");
    tick().await;
    assert_eq!(form.described("password", "error"), "");
    form.enter("email", "ada@example.com");
    until("the error shows", || {
        !form.described("password", "error").is_empty()
    })
    .await;
}

#[wasm_bindgen_test]
async fn a_hint_stays_beside_the_error() {
    let form = Owner::of_medusa().mount();
    form.enter("password", "short");
    until("the error shows", || {
        !form.described("password", "error").is_empty()
    })
    .await;
    assert!(
        form.described("password", "hint")
            .starts_with("At least 8 characters.")
    );
}

#[wasm_bindgen_test]
async fn markup_that_is_typed_stays_text() {
    let form = Owner::of_medusa().mount();
    for name in form.names() {
        form.enter(&name, "<img src=x onerror=alert(1)>");
    }
    form.press();
    until("the form refuses", || form.shows("[role=alert]")).await;
    assert!(form.find("img").is_none());
}
