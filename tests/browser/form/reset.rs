//! The page empties the form, at the worst moments.

use crate::support::{Answer, EVENTS, Owner, REGISTER, Store, define_getter, pause, until};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_handler_that_empties_the_form_does_no_harm() {
    for name in EVENTS {
        let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
        let reset = form.resetter();
        let _listener = form.listen(name, move |_| reset());
        form.live(&store).await;
        assert!(form.has_heard("signup-success"), "{name}");
        form.reset();
        until("the form can be used", || {
            form.shows("form") && form.attribute("form", "aria-busy").is_none()
        })
        .await;
    }
}

#[wasm_bindgen_test]
async fn a_form_that_is_emptied_by_its_error_shows_no_failure() {
    let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
    store.on(REGISTER, Answer::text(500, ""));
    let reset = form.resetter();
    let _listener = form.listen("signup-error", move |_| reset());
    form.fill();
    form.press();
    until("the failure is heard", || form.has_heard("signup-error")).await;
    pause().await;
    assert!(!form.shows("[role=alert]"));
    assert_eq!(form.control("email").value(), "");
}

#[wasm_bindgen_test]
async fn an_answer_to_a_form_that_was_emptied_meanwhile_is_told_but_not_shown() {
    let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
    let held = store.hold(REGISTER);
    form.fill();
    form.press();
    until("the request goes out", || !store.calls().is_empty()).await;
    form.reset();
    held.settle(&Answer::text(500, ""));
    until("the failure is heard", || form.has_heard("signup-error")).await;
    pause().await;
    assert!(!form.shows("[role=alert]"));
    assert_eq!(form.states().last().map(String::as_str), Some(""));
}

#[wasm_bindgen_test]
async fn a_form_that_was_emptied_while_sending_can_be_sent_again() {
    let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
    let first = store.hold(REGISTER);
    form.fill();
    form.press();
    until("the request goes out", || !store.calls().is_empty()).await;
    form.reset();
    store.on(REGISTER, Answer::token());
    form.fill();
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    first.settle(&Answer::text(500, ""));
    until("the first answer is heard", || {
        form.has_heard("signup-error")
    })
    .await;
    pause().await;
    assert_eq!(
        form.text("[role=status][part=status]"),
        "Your account is ready."
    );
}

#[wasm_bindgen_test]
async fn a_page_that_empties_the_form_while_its_values_are_read_does_no_harm() {
    let form = Owner::of_medusa().mount();
    let (reset, is_first) = (form.resetter(), Cell::new(true));
    let getter = Closure::<dyn Fn()>::new(move || {
        if is_first.replace(false) {
            reset();
        }
    });
    define_getter(&form.host, "values", getter.as_ref().unchecked_ref());
    form.fill();
    form.reset();
    pause().await;
    assert_eq!(form.control("email").value(), "");
}
