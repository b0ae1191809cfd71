//! What helps with a password.

use crate::support::{Answer, Mounted, Owner, PASSWORD, REGISTER, Store, tick, until};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{KeyboardEvent, KeyboardEventInit};

const NOTICE: &str = "Caps Lock is on.";

fn type_of(form: &Mounted) -> String {
    form.control("password").type_()
}

#[wasm_bindgen_test]
async fn the_button_shows_and_hides_the_password() {
    let form = Owner::of_medusa().mount();
    assert_eq!(type_of(&form), "password");
    form.get("button.show").click();
    until("the password shows", || type_of(&form) == "text").await;
    form.get("button.show").click();
    until("the password is hidden", || type_of(&form) == "password").await;
}

#[wasm_bindgen_test]
async fn the_button_is_named_by_what_it_does_next() {
    let form = Owner::of_medusa().mount();
    let name = || {
        form.attribute("button.show", "aria-label")
            .unwrap_or_default()
    };
    assert_eq!(
        (name().as_str(), form.text("button.show").as_str()),
        ("Show password", "Show")
    );
    form.get("button.show").click();
    until("the name changes", || name() == "Hide password").await;
    assert_eq!(form.text("button.show"), "Hide");
    assert_eq!(
        form.attribute("button.show", "type").as_deref(),
        Some("button")
    );
}

#[wasm_bindgen_test]
async fn the_text_and_the_focus_stay() {
    let form = Owner::of_medusa().mount();
    form.type_into("password", PASSWORD);
    let button = form.get("button.show");
    button.focus().expect("a button takes the focus");
    button.click();
    until("the password shows", || type_of(&form) == "text").await;
    assert_eq!(form.control("password").value(), PASSWORD);
    let active = form.active().expect("something in the form has the focus");
    assert!(active.is_same_node(Some(&button)));
}

#[wasm_bindgen_test]
async fn showing_a_password_judges_nothing() {
    let form = Owner::of_medusa().mount();
    form.type_into("password", "short");
    form.get("button.show").click();
    tick().await;
    assert_eq!(form.described("password", "error"), "");
    assert!(!form.has_heard("signup-submit"));
}

#[wasm_bindgen_test]
async fn caps_lock_is_noticed_and_the_notice_goes() {
    let form = Owner::of_medusa().mount();
    press_key(&form, "password", true);
    until("the notice shows", || form.text(".caps-lock") == NOTICE).await;
    press_key(&form, "password", false);
    until("the notice is gone", || form.text(".caps-lock").is_empty()).await;
}

#[wasm_bindgen_test]
async fn the_notice_goes_when_the_password_is_left() {
    let form = Owner::of_medusa().mount();
    press_key(&form, "password", true);
    until("the notice shows", || form.text(".caps-lock") == NOTICE).await;
    form.leave("password");
    until("the notice is gone", || form.text(".caps-lock").is_empty()).await;
}

#[wasm_bindgen_test]
async fn caps_lock_is_nobodys_matter_outside_of_a_password() {
    let form = Owner::of_medusa().mount();
    press_key(&form, "email", true);
    tick().await;
    assert_eq!(form.text(".caps-lock"), "");
}

fn press_key(form: &Mounted, name: &str, caps_lock: bool) {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_modifier_caps_lock(caps_lock);
    let event =
        KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).expect("an event");
    form.control(name)
        .dispatch_event(event.unchecked_ref())
        .expect("a new event");
}

#[wasm_bindgen_test]
async fn it_is_hidden_from_the_press_on() {
    let store = Store::medusa();
    let held = store.hold(REGISTER);
    let form = Owner::of_medusa().mount();
    form.fill();
    form.get("button.show").click();
    until("the password shows", || type_of(&form) == "text").await;
    form.press();
    until("the request goes out", || !store.calls().is_empty()).await;
    assert_eq!(type_of(&form), "password");
    held.settle(&Answer::text(500, ""));
    until("the failure is heard", || form.has_heard("signup-error")).await;
    assert_eq!(type_of(&form), "password");
}

const SPACE: &str = "Your password has a space at its beginning or end.";

#[wasm_bindgen_test]
async fn a_space_at_its_end_is_told_when_it_is_left_and_is_no_error() {
    let form = Owner::of_medusa().mount();
    form.type_into("password", "correct ");
    tick().await;
    assert_eq!(form.text(".caps-lock"), "");
    form.enter("password", "correct horse ");
    until("the space is told", || form.text(".caps-lock") == SPACE).await;
    assert_eq!(form.described("password", "error"), "");
    form.type_into("password", "correct horse");
    until("nothing is told", || form.text(".caps-lock").is_empty()).await;
}

#[wasm_bindgen_test]
async fn a_space_at_its_end_is_sent_as_it_was_typed() {
    let store = Store::medusa();
    let form = Owner::of_medusa().mount();
    form.fill();
    form.type_into("password", "correct horse ");
    form.press();
    until("the account is there", || form.has_heard("signup-success")).await;
    assert_eq!(store.body(REGISTER).await["password"], "correct horse ");
}
