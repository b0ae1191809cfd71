//! What the page does while it is told of something.

use crate::support::{EVENTS, Mounted, Owner, PASSWORD, Store, pause, until};
use js_sys::Function;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;

#[wasm_bindgen_test]
async fn a_form_that_lives_undisturbed_tells_of_everything() {
    let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
    form.live(&store).await;
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
        form.live(&store).await;
        assert!(form.has_heard("signup-success"), "{name}");
    }
}

#[wasm_bindgen_test]
async fn a_handler_that_removes_the_form_does_no_harm() {
    for name in EVENTS {
        let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
        let remove = form.unmounter();
        let _listener = form.listen(name, move |_| remove());
        form.live(&store).await;
        assert_eq!(
            form.find("form").is_some(),
            name == "signup-ready",
            "{name}"
        );
    }
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
    second.live(&store).await;
    assert!(second.has_heard("signup-success"));
    assert!(!second.shows("form"));
}

#[wasm_bindgen_test]
async fn no_event_carries_the_password() {
    let (store, form) = (Store::medusa(), Owner::of_medusa().mount());
    form.live(&store).await;
    for event in form.events() {
        assert!(!event.detail.to_string().contains(PASSWORD), "{event:?}");
        assert!(event.is_public, "{event:?}");
        let can_be_held = matches!(event.name.as_str(), "signup-submit" | "signup-success");
        assert_eq!(event.is_cancelable, can_be_held, "{event:?}");
    }
}
