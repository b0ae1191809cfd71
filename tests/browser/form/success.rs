//! The account is there.

use crate::support::{Answer, EMAIL, Mounted, Owner, REGISTER, Store, until};
use serde_json::json;
use wasm_bindgen_test::wasm_bindgen_test;

const STATUS: &str = "[role=status][part=status]";

async fn finish() -> Mounted {
    let form = Owner::of_medusa().mount();
    form.fill();
    form.get("button.show").click();
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    form
}

#[wasm_bindgen_test]
async fn a_message_stands_in_place_of_the_form() {
    let _store = Store::medusa();
    let form = finish().await;
    assert!(!form.shows("form"));
    assert!(form.shows(STATUS));
    assert_eq!(form.text(STATUS), "Your account is ready.");
    assert_eq!(form.states(), ["busy", "done"]);
}

#[wasm_bindgen_test]
async fn the_message_has_the_focus() {
    let _store = Store::medusa();
    let form = finish().await;
    let active = form.active().expect("something in the form has the focus");
    assert_eq!(active.get_attribute("role").as_deref(), Some("status"));
}

#[wasm_bindgen_test]
async fn the_page_hears_the_account_once() {
    let _store = Store::medusa();
    let form = finish().await;
    let account = json!({"platform": "medusa", "id": "cus_01", "email": EMAIL});
    assert_eq!(form.details("signup-success"), [account]);
    assert!(!form.has_heard("signup-error"));
}

#[wasm_bindgen_test]
async fn the_password_leaves_its_control_and_is_hidden_again() {
    let _store = Store::medusa();
    let form = finish().await;
    assert_eq!(form.control("password").value(), "");
    assert_eq!(form.control("password").type_(), "password");
}

#[wasm_bindgen_test]
async fn nothing_is_sent_again_once_it_is_done() {
    let store = Store::medusa();
    let form = finish().await;
    let sent = store.calls().len();
    form.press();
    assert_eq!(store.calls().len(), sent);
    assert!(!form.has_heard("signup-invalid"));
}

#[wasm_bindgen_test]
async fn a_platform_that_wants_a_verified_email_sends_the_shopper_to_the_mail() {
    let store = Store::medusa();
    store.on(
        REGISTER,
        Answer::json(200, json!({"verification_required": true})),
    );
    let form = finish().await;
    assert!(
        form.text(STATUS)
            .starts_with("Almost done: the store wants to be sure that it is you.")
    );
    assert!(!form.shows("form"));
}

#[wasm_bindgen_test]
async fn a_reset_brings_an_empty_form_back() {
    let _store = Store::medusa();
    let form = finish().await;
    form.reset();
    until("the form is back", || form.shows("form")).await;
    assert_eq!(form.control("email").value(), "");
    assert_eq!(form.text(STATUS), "");
    assert!(form.all("[aria-invalid]").is_empty());
    assert_eq!(form.states().last().map(String::as_str), Some(""));
}
