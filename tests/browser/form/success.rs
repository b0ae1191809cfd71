//! The account is there.

use crate::support::{
    Answer, EMAIL, Mounted, Owner, REGISTER, Store, document, pause, until, window,
};
use gloo_events::{EventListener, EventListenerOptions};
use serde_json::json;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlIFrameElement;

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

/// The page's address behind the `#`, taken away again.
fn taken_hash() -> String {
    let location = window().location();
    let hash = location.hash().expect("an address");
    location.set_hash("").expect("an address");
    hash
}

#[wasm_bindgen_test]
async fn the_page_leads_on_when_it_is_done() {
    let _store = Store::medusa();
    let form = Owner::of_medusa().with("success-url", "#done").mount();
    form.fill();
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    until("the page has led on", || taken_hash() == "#done").await;
}

#[wasm_bindgen_test]
async fn a_page_that_prevents_it_leads_on_by_itself() {
    let _store = Store::medusa();
    let form = Owner::of_medusa().with("success-url", "#done").mount();
    let _held = EventListener::new_with_options(
        &form.host,
        "signup-success",
        EventListenerOptions::enable_prevent_default(),
        |event| event.prevent_default(),
    );
    form.fill();
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    pause().await;
    assert_eq!(taken_hash(), "");
}

#[wasm_bindgen_test]
async fn the_page_leads_on_where_its_links_lead() {
    let _store = Store::medusa();
    let base = document().create_element("base").expect("an element");
    base.set_attribute("target", "signup-elsewhere")
        .expect("a name");
    let frame = document().create_element("iframe").expect("an element");
    frame
        .set_attribute("name", "signup-elsewhere")
        .expect("a name");
    let head = document()
        .query_selector("head")
        .expect("a selector")
        .expect("a head");
    head.append_child(&base).expect("a head takes it");
    document()
        .body()
        .expect("a body")
        .append_child(&frame)
        .expect("a body takes it");
    let form = Owner::of_medusa().with("success-url", "?done").mount();
    form.fill();
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    let frame: HtmlIFrameElement = frame.unchecked_into();
    let address = || frame.content_window()?.location().search().ok();
    until("the frame has led on", || {
        address().as_deref() == Some("?done")
    })
    .await;
    base.remove();
    frame.remove();
}
