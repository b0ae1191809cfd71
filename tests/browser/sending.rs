//! From the press of the button to the answer.

use crate::support::{
    Answer, CREATE, EMAIL, Held, Mounted, Owner, PASSWORD, REGISTER, Store, object, pause, tick,
    until,
};
use js_sys::{JSON, Object, Reflect};
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
    held.settle(&Answer::json(200, json!({"token": "e30.e30.c2ln"})));
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
    store.on(
        REGISTER,
        Answer::json(200, json!({"token": "e30.e30.c2ln"})),
    );
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

#[wasm_bindgen_test]
async fn texts_that_came_without_any_event_are_sent() {
    let store = Store::medusa();
    let form = Owner::of_medusa().mount();
    form.fill();
    form.control("first_name").set_value("Grace");
    form.control("password").set_value("another long password");
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    assert_eq!(
        store.body(REGISTER).await["password"],
        "another long password"
    );
    assert_eq!(store.body(CREATE).await["first_name"], "Grace");
}

#[wasm_bindgen_test]
async fn texts_are_sent_as_they_were_typed_markup_too() {
    let markup = "<img src=x onerror=alert(1)>";
    let store = Store::medusa();
    let form = Owner::of_medusa().mount();
    form.fill();
    form.type_into("last_name", markup);
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    assert_eq!(store.body(CREATE).await["last_name"], markup);
}

#[wasm_bindgen_test]
async fn an_email_with_an_international_domain_is_sent_in_ascii() {
    let store = Store::medusa();
    let form = Owner::of_medusa().mount();
    form.fill();
    form.type_into("email", "Ada@Exämple.de");
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    assert_eq!(store.body(REGISTER).await["email"], "ada@xn--exmple-cua.de");
}

#[wasm_bindgen_test]
async fn metadata_of_the_page_is_sent() {
    let store = Store::medusa();
    let form = Owner::of_medusa()
        .property("metadata", &object(&[("source", "footer")]))
        .mount();
    form.fill();
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    assert_eq!(
        store.body(CREATE).await["metadata"],
        json!({"source": "footer"})
    );
}

#[wasm_bindgen_test]
async fn metadata_that_is_no_json_is_left_out() {
    let store = Store::medusa();
    let form = Owner::of_medusa().property("metadata", &circular()).mount();
    form.fill();
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    assert_eq!(store.body(CREATE).await.get("metadata"), None);
}

fn circular() -> Object {
    let object = Object::new();
    Reflect::set(&object, &"itself".into(), &object).expect("a new object");
    assert!(JSON::stringify(&object).is_err());
    object
}

#[wasm_bindgen_test]
async fn no_request_has_the_password_in_its_address() {
    let store = Store::medusa();
    let form = Owner::of_medusa().mount();
    form.fill();
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    let urls: Vec<String> = store.calls().into_iter().map(|call| call.url).collect();
    assert_eq!(
        urls,
        [REGISTER, CREATE].map(|path| format!("https://store.example{path}"))
    );
}
