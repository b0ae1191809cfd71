//! The form, as elements. Every node that an owner may want to style has its `part`.

mod element;
mod field;
mod notice;
mod status;

use super::model::{Model, Phase};
use super::submit;
use crate::registration::form::Asked;
use crate::registration::message::{Catalogue, Message};
use element::{element, part};
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};

/// The model as the view's closures can hold it.
pub type Shared = SendWrapper<Rc<Model>>;

/// The form with all that stands in and around it.
pub fn form(model: &Shared) -> AnyView {
    let shown = model.shown;
    let asked: Vec<Asked> = model.form.borrow().fields().collect();
    let fields = asked.into_iter().map(|asked| field::field(model, asked));
    let form = part("form", "form")
        .with("novalidate", "")
        .with("method", "post")
        .with("aria-label", &model.word(Message::FormLabel))
        .live("aria-busy", move || {
            when(shown.read().phase == Phase::Sending)
        })
        .live_flag("hidden", move || {
            matches!(shown.read().phase, Phase::Done(_))
        })
        .child(notice::notice(model))
        .children(fields)
        .children(legal(model))
        .child(button(model))
        .children(sign_in(model));
    let form = listen(form, model).build();
    vec![status::status(model), form].into_any()
}

/// A sentence in place of a form that can't be.
pub fn unavailable(words: &Catalogue, sign_in: Option<&str>) -> AnyView {
    let sentence = element("p").text(words.text(Message::StoreTrouble)).build();
    let link = sign_in.map(|address| link(address, words.text(Message::SignIn)));
    let notice = part("div", "summary").with("role", "alert");
    notice.child(sentence).children(link).build()
}

/// All listeners are the form's: events of its controls bubble.
fn listen(form: element::Element, model: &Shared) -> element::Element {
    let [touched, typed, left, pressed, key_down, key_up] = [(); 6].map(|()| model.clone());
    form.on("focusin", move |_| touched.touched())
        .on("input", move |event| {
            with_control(&event, |input| typed.typed(&input.name()))
        })
        .on("focusout", move |event| {
            left.show(|shown| shown.caps_lock = false);
            with_control(&event, |input| left.left(&input.name()));
        })
        .on("keydown", move |event| note_caps_lock(&key_down, event))
        .on("keyup", move |event| note_caps_lock(&key_up, event))
        .on("submit", move |event| {
            event.prevent_default();
            submit::press(&pressed);
        })
}

fn button(model: &Shared) -> AnyView {
    let shown = model.shown;
    let [idle, busy] = [Message::Submit, Message::Sending].map(|message| model.word(message));
    let is_sending = move || shown.read().phase == Phase::Sending;
    // `disabled` would throw the focus away.
    part("button", "submit")
        .with("type", "submit")
        .live("aria-disabled", move || when(is_sending()))
        .live_text(move || {
            Some(if is_sending() {
                busy.clone()
            } else {
                idle.clone()
            })
        })
        .build()
}

fn sign_in(model: &Shared) -> Option<AnyView> {
    let address = model.settings.link("sign-in-url")?;
    let question = aside(&model.word(Message::HaveAccount)).text(" ");
    Some(
        question
            .child(link(address, &model.word(Message::SignIn)))
            .build(),
    )
}

fn legal(model: &Shared) -> Option<AnyView> {
    let named = |(name, message)| Some(link(model.settings.link(name)?, &model.word(message)));
    let names = [
        ("terms-url", Message::Terms),
        ("privacy-url", Message::Privacy),
    ];
    let mut links = names.into_iter().filter_map(named);
    let first = links.next()?;
    let rest = links.flat_map(|link| [" · ".to_owned().into_any(), link]);
    Some(aside("").child(first).children(rest).build())
}

fn aside(text: &str) -> element::Element {
    element("p")
        .with("part", "hint")
        .with("class", "aside")
        .text(text)
}

fn link(address: &str, text: &str) -> AnyView {
    element("a")
        .with("part", "link")
        .with("href", address)
        .text(text)
        .build()
}

fn when(condition: bool) -> Option<String> {
    condition.then(|| "true".to_owned())
}

fn control_of(event: &Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}

fn with_control(event: &Event, act: impl FnOnce(&HtmlInputElement)) {
    if let Some(input) = control_of(event) {
        act(&input);
    }
}

fn note_caps_lock(model: &Shared, event: Event) {
    let is_password =
        control_of(&event).is_some_and(|input| input.autocomplete() == "new-password");
    let key: Option<KeyboardEvent> = event.dyn_into().ok();
    let is_on = is_password && key.is_some_and(|key| key.get_modifier_state("CapsLock"));
    model.show(|shown| shown.caps_lock = is_on);
}
