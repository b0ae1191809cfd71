//! No answer comes, or nothing that is one.

use crate::support::{
    Answer, CREATE, Mounted, Offline, Owner, REGISTER, Replaced, Store, failed, until,
};
use js_sys::{Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::DomException;

const UNREACHABLE: &str =
    "The store could not be reached. Please check your connection and try again.";

async fn failed_by(store: &Store, answer: Answer) -> Mounted {
    store.on(REGISTER, answer);
    failed(Owner::of_medusa()).await
}

fn kind(form: &Mounted) -> String {
    let details = form.details("signup-error");
    details
        .last()
        .and_then(|detail| detail["kind"].as_str())
        .unwrap_or_default()
        .to_owned()
}

#[wasm_bindgen_test]
async fn a_connection_that_can_t_be_made_is_told() {
    let form = failed_by(&Store::medusa(), Answer::lost()).await;
    assert_eq!(kind(&form), "unreachable");
    assert_eq!(form.text("[role=alert]"), UNREACHABLE);
}

#[wasm_bindgen_test]
async fn a_rejection_with_anything_else_than_an_error_is_a_lost_answer() {
    let exception = DomException::new_with_message("gone").expect("an exception");
    let reasons = [
        JsValue::UNDEFINED,
        JsValue::NULL,
        "gone".into(),
        7.into(),
        Object::new().into(),
        exception.into(),
    ];
    for reason in reasons {
        let form = failed_by(&Store::medusa(), Answer::Rejected(reason)).await;
        assert_eq!(kind(&form), "unreachable");
        assert_eq!(form.text("[role=alert]"), UNREACHABLE);
    }
}

#[wasm_bindgen_test]
async fn an_answer_that_is_no_response_is_a_lost_answer() {
    for value in [JsValue::UNDEFINED, "gone".into(), Object::new().into()] {
        let form = failed_by(&Store::medusa(), Answer::Later(Promise::resolve(&value))).await;
        assert_eq!(kind(&form), "unreachable");
    }
}

#[wasm_bindgen_test]
async fn a_fetch_of_the_page_that_throws_is_a_lost_answer() {
    let _fetch = Replaced::with(&Function::new_no_args("throw 'the page broke fetch'"));
    let form = failed(Owner::of_medusa()).await;
    assert_eq!(kind(&form), "unreachable");
}

#[wasm_bindgen_test]
async fn a_browser_that_knows_no_time_limits_sends_without_one() {
    let store = Store::medusa();
    let signal = Reflect::get(&js_sys::global(), &"AbortSignal".into()).expect("a class");
    let _timeout = Replaced::of(signal.unchecked_into(), "timeout", &JsValue::UNDEFINED);
    let form = Owner::of_medusa().mount();
    form.fill();
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    assert!(!store.calls().is_empty());
}

#[wasm_bindgen_test]
async fn a_body_that_breaks_off_is_a_lost_answer() {
    let cut = "return new Response(new ReadableStream({ start(body) { body.error('cut') } }))";
    let response = Function::new_no_args(cut)
        .call0(&JsValue::UNDEFINED)
        .expect("a response");
    let form = failed_by(&Store::medusa(), Answer::Later(Promise::resolve(&response))).await;
    assert_eq!(kind(&form), "unreachable");
}

#[wasm_bindgen_test]
async fn a_time_out_is_told_and_may_be_tried_again() {
    let store = Store::medusa();
    store.on(REGISTER, Answer::Never);
    let form = failed(Owner::of_medusa().with("timeout", "1")).await;
    assert_eq!(kind(&form), "timeout");
    assert_eq!(form.details("signup-error")[0]["retryable"], true);
    assert_eq!(
        form.text("[role=alert]"),
        "The store takes too long to answer. Please try again."
    );
    store.on(REGISTER, Answer::token());
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
}

#[wasm_bindgen_test]
async fn a_time_out_of_the_creation_leaves_it_open() {
    let store = Store::medusa();
    store.on(CREATE, Answer::Never);
    let form = failed(Owner::of_medusa().with("timeout", "1")).await;
    assert_eq!(kind(&form), "unconfirmed");
}

#[wasm_bindgen_test]
async fn a_connection_that_works_is_used_whatever_the_browser_says_of_it() {
    let _store = Store::medusa();
    let _offline = Offline::begin();
    let form = Owner::of_medusa().mount();
    form.fill();
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
}

#[wasm_bindgen_test]
async fn a_lost_request_of_a_browser_without_connection_is_told_and_what_was_typed_is_kept() {
    let store = Store::medusa();
    store.on(REGISTER, Answer::lost());
    let offline = Offline::begin();
    let form = failed(Owner::of_medusa()).await;
    assert_eq!(kind(&form), "unreachable");
    assert_eq!(
        form.text("[role=alert]"),
        "You are offline. Please connect and try again: what you typed is kept."
    );
    assert_eq!(form.control("first_name").value(), "Ada");
    drop(offline);
    store.on(REGISTER, Answer::token());
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
}
