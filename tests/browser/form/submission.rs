//! From the press of the button to the answer.

use crate::support::{
    Answer, CREATE, EMAIL, Held, Mounted, Owner, PASSWORD, REGISTER, Store, pause, tick, until,
};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

async fn sending() -> (Store, Held, Mounted) {
    let store = Store::medusa();
    let held = store.hold(REGISTER);
    let form = Owner::of_medusa().mount();
    form.fill();
    form.get("[type=submit]")
        .focus()
        .expect("a button takes the focus");
    form.press();
    until("the request goes out", || !store.calls().is_empty()).await;
    tick().await;
    (store, held, form)
}

#[wasm_bindgen_test]
async fn the_button_says_so_and_the_form_is_busy() {
    let (_store, _held, form) = sending().await;
    assert_eq!(form.text("[type=submit]"), "Creating your account…");
    assert_eq!(
        form.attribute("[type=submit]", "aria-disabled").as_deref(),
        Some("true")
    );
    assert_eq!(form.attribute("form", "aria-busy").as_deref(), Some("true"));
    assert_eq!(
        form.text("[role=status][part=status]"),
        "Creating your account…"
    );
    assert_eq!(form.states(), ["busy"]);
}

#[wasm_bindgen_test]
async fn the_button_keeps_the_focus() {
    let (_store, _held, form) = sending().await;
    let active = form.active().expect("something in the form has the focus");
    assert_eq!(active.get_attribute("type").as_deref(), Some("submit"));
    assert!(!active.has_attribute("disabled"));
}

#[wasm_bindgen_test]
async fn a_second_press_sends_nothing() {
    let (store, held, form) = sending().await;
    form.press();
    form.press();
    pause().await;
    assert_eq!(store.paths(), [REGISTER]);
    assert_eq!(form.details("signup-submit").len(), 1);
    held.settle(&Answer::token());
    until("the account is there", || form.has_heard("signup-success")).await;
    assert_eq!(store.paths(), [REGISTER, CREATE]);
}

#[wasm_bindgen_test]
async fn the_form_is_back_after_a_failure() {
    let (_store, held, form) = sending().await;
    held.settle(&Answer::text(500, ""));
    until("the failure shows", || form.shows("[role=alert]")).await;
    assert_eq!(form.text("[type=submit]"), "Create account");
    assert_eq!(form.attribute("[type=submit]", "aria-disabled"), None);
    assert_eq!(form.attribute("form", "aria-busy"), None);
    assert_eq!(form.states().last().map(String::as_str), Some("failed"));
    assert_eq!(form.control("email").value(), EMAIL);
    assert_eq!(form.control("password").value(), PASSWORD);
}

#[wasm_bindgen_test]
async fn a_press_after_a_failure_tries_again() {
    let (store, held, form) = sending().await;
    held.settle(&Answer::text(500, ""));
    until("the failure is heard", || form.has_heard("signup-error")).await;
    store.on(REGISTER, Answer::token());
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
}

#[wasm_bindgen_test]
async fn the_page_hears_the_values_without_the_password_before_anything_is_sent() {
    let (_store, _held, form) = sending().await;
    let submit = form
        .events()
        .into_iter()
        .find(|event| event.name == "signup-submit")
        .expect("the event");
    let values = json!({"first_name": "Ada", "last_name": "Lovelace", "email": EMAIL});
    assert_eq!(submit.detail, json!({"values": values}));
    assert!(submit.is_cancelable && submit.is_public);
}
