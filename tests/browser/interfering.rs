//! What the page does while it is told of something.

use crate::support::{
    Answer, EVENTS, Mounted, Owner, PASSWORD, REGISTER, Store, define_getter, pause, until,
};
use js_sys::Function;
use serde_json::json;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

/// Lets a form live through all of its events: refused, sent and failed, sent and done.
async fn live(form: &Mounted, store: &Store) {
    form.press();
    pause().await;
    for answer in [
        Answer::text(500, ""),
        Answer::json(200, json!({"token": "e30.e30.c2ln"})),
    ] {
        store.on(REGISTER, answer);
        if form.find("form").is_some() {
            form.fill();
            form.press();
        }
        pause().await;
    }
}

#[wasm_bindgen_test]
async fn a_form_that_lives_undisturbed_tells_of_everything() {
    let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
    live(&form, &store).await;
    let names: Vec<String> = form.events().into_iter().map(|event| event.name).collect();
    let told = [
        "signup-ready",
        "signup-invalid",
        "signup-submit",
        "signup-error",
        "signup-submit",
        "signup-success",
    ];
    assert_eq!(names, told);
}

#[wasm_bindgen_test]
async fn a_prevented_submit_sends_nothing_and_leaves_the_form_as_it_is() {
    let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
    let listener = form.listen("signup-submit", |event| event.prevent_default());
    form.fill();
    form.press();
    pause().await;
    assert!(store.calls().is_empty() && form.states().is_empty());
    assert_eq!(form.text("[type=submit]"), "Create account");
    drop(listener);
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
}

#[wasm_bindgen_test]
async fn a_handler_that_throws_does_no_harm() {
    for name in EVENTS {
        let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
        let throw = Function::new_no_args("throw new Error('thrown by the page, on purpose')");
        form.host
            .add_event_listener_with_callback(name, &throw)
            .expect("an event's name");
        live(&form, &store).await;
        assert!(form.has_heard("signup-success"), "{name}");
    }
}

#[wasm_bindgen_test]
async fn a_handler_that_empties_the_form_does_no_harm() {
    for name in EVENTS {
        let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
        let reset = form.resetter();
        let _listener = form.listen(name, move |_| reset());
        live(&form, &store).await;
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
async fn a_handler_that_removes_the_form_does_no_harm() {
    for name in EVENTS {
        let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
        let remove = form.unmounter();
        let _listener = form.listen(name, move |_| remove());
        live(&form, &store).await;
        assert_eq!(
            form.find("form").is_some(),
            name == "signup-ready",
            "{name}"
        );
    }
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
    store.on(
        REGISTER,
        Answer::json(200, json!({"token": "e30.e30.c2ln"})),
    );
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
async fn a_form_that_a_handler_of_another_one_mounts_outlives_it() {
    let store = Store::medusa();
    let first = Owner::of_medusa().mount();
    let second: Rc<RefCell<Option<Mounted>>> = Rc::default();
    let inserted = second.clone();
    // As the custom element does: its form comes after the event that inserted it.
    let _listener = first.listen("signup-invalid", move |_| {
        let inserted = inserted.clone();
        spawn_local(async move { drop(inserted.replace(Some(Owner::of_medusa().mount()))) });
    });
    first.press();
    until("the second form is there", || second.borrow().is_some()).await;
    drop(first);
    pause().await;
    let second = second.take().expect("the second form");
    live(&second, &store).await;
    assert!(second.has_heard("signup-success"));
    assert!(!second.shows("form"));
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

#[wasm_bindgen_test]
async fn no_event_carries_the_password() {
    let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
    live(&form, &store).await;
    for event in form.events() {
        assert!(!event.detail.to_string().contains(PASSWORD), "{event:?}");
        assert!(event.is_public, "{event:?}");
        assert_eq!(event.is_cancelable, event.name == "signup-submit");
    }
}
