//! What goes over the line.

use crate::support::{CREATE, Owner, REGISTER, Store, object, tick, until};
use js_sys::{JSON, Object, Reflect};
use serde_json::json;
use storefront_signup::registration::message::Message;
use storefront_signup::registration::platform::REGISTRY;
use wasm_bindgen_test::wasm_bindgen_test;

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
async fn an_email_with_full_width_signs_is_sent_in_plain_ones() {
    let store = Store::medusa();
    let form = Owner::of_medusa().mount();
    form.fill();
    form.type_into("email", "ada＠ｅxample。com");
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    assert_eq!(store.body(REGISTER).await["email"], "ada@example.com");
}

#[wasm_bindgen_test]
async fn only_medusa_refuses_an_ending_of_another_script() {
    for platform in REGISTRY {
        let form = Owner::of(platform).mount();
        form.enter("email", "info@почта.рф");
        tick().await;
        let error = match platform.id {
            "medusa" => Message::EmailEnding.english(),
            _ => "",
        };
        assert_eq!(form.described("email", "error"), error, "{}", platform.id);
    }
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
