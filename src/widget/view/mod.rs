//! The form, as elements. Every node that an owner may want to style has its `part`.

mod element;
mod field;
mod mouse;
mod notice;
mod status;

use super::model::{Model, Phase};
use super::submit;
use crate::registration::field::TERMS;
use crate::registration::form::Asked;
use crate::registration::message::{Catalogue, Message};
use element::{element, part};
use leptos::prelude::*;
use mouse::Mouse;
use send_wrapper::SendWrapper;
use std::ptr;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// The model as the view's closures can hold it.
pub type Shared = SendWrapper<Rc<Model>>;

/// The form with all that stands in and around it.
pub fn form(model: &Shared) -> AnyView {
    let shown = model.shown;
    let asked: Vec<Asked> = model.form.borrow().fields().collect();
    let fields = asked.into_iter().map(|asked| field::field(model, asked));
    let form = part("form", "form")
        .with("novalidate", "")
        // Whoever makes the browser send the form: it would post the password to the page's address.
        .with("method", "dialog")
        .with("aria-label", &model.word(Message::FormLabel))
        .live("aria-busy", move || {
            when(shown.read().phase == Phase::Sending)
        })
        .live_flag("hidden", move || {
            matches!(shown.read().phase, Phase::Done(_))
        })
        .child(notice::notice(model))
        .children(fields)
        .children(legal_line(model))
        .child(button(model))
        .children(sign_in(model));
    let form = listen(form, model).build();
    vec![status::status(model), form].into_any()
}

/// A sentence in place of a form that can't be.
pub fn unavailable(words: &Catalogue, sign_in: Option<&str>) -> AnyView {
    let sentence = element("p").text(words.text(Message::StoreTrouble)).build();
    let link = sign_in.map(|address| link(address, words.text(Message::SignIn)).build());
    let notice = part("div", "summary").with("role", "alert");
    notice.child(sentence).children(link).build()
}

/// All listeners are the form's: events of its controls bubble.
fn listen(form: element::Element, model: &Shared) -> element::Element {
    let [touched, typed, chosen, pressed] = [(); 4].map(|()| model.clone());
    let form = form
        .on("focusin", move |_| touched.touched())
        .on("input", move |event| {
            with_control(&event, |name| typed.typed(name))
        })
        // What fills a list or a box in may tell of the change alone.
        .on("change", move |event| {
            with_control(&event, |name| chosen.typed(name))
        })
        // The element keeps the browser from sending the form itself.
        .on("submit", move |_| submit::press(&pressed));
    listen_for_leaving(form, model)
}

/// A field is left by the keyboard, or by a press of the mouse when that is over.
fn listen_for_leaving(form: element::Element, model: &Shared) -> element::Element {
    let [left, released, key_down, key_up] = [(); 4].map(|()| model.clone());
    let mouse = Rc::new(Mouse::default());
    let [mouse_down, mouse_up, no_mouse] = [(); 3].map(|()| mouse.clone());
    form.on("mousedown", move |_| mouse_down.press())
        .on("mouseup", move |_| leave(&released, &mouse_up.release()))
        .on("focusout", move |event| {
            with_control(&event, |name| {
                if !mouse.keeps(name) {
                    leave(&left, name);
                }
            })
        })
        .on("keydown", move |event| {
            // The list of a `<select>` may swallow the end of the press that opened it.
            leave(&key_down, &no_mouse.release());
            note_caps_lock(&key_down, event);
        })
        .on("keyup", move |event| note_caps_lock(&key_up, event))
}

fn leave(model: &Model, name: &str) {
    if !name.is_empty() {
        model.show(|shown| shown.is_caps_lock_on = false);
        model.left(name);
    }
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
    let link = link(address, &model.word(Message::SignIn)).build();
    Some(question.child(link).build())
}

/// The links above the button, unless they stand at the field that is about them.
fn legal_line(model: &Shared) -> Option<AnyView> {
    let form = model.form.borrow();
    let is_asked = form.fields().any(|asked| ptr::eq(asked.field, &TERMS));
    if is_asked {
        None
    } else {
        legal(model, aside(""))
    }
}

/// The links to what a shopper agrees to, in a line.
fn legal(model: &Shared, line: element::Element) -> Option<AnyView> {
    let named =
        |(name, message)| Some(link(model.settings.link(name)?, &model.word(message)).build());
    let names = [
        ("terms-url", Message::Terms),
        ("privacy-url", Message::Privacy),
    ];
    let mut links = names.into_iter().filter_map(named);
    let first = links.next()?;
    let rest = links.flat_map(|link| [" · ".to_owned().into_any(), link]);
    Some(line.child(first).children(rest).build())
}

fn aside(text: &str) -> element::Element {
    part("p", "aside").text(text)
}

fn link(address: &str, text: &str) -> element::Element {
    part("a", "link").with("href", address).text(text)
}

fn when(condition: bool) -> Option<String> {
    condition.then(|| "true".to_owned())
}

/// An attribute of the element that an event is about.
fn attribute_of(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.get_attribute(name)
}

fn with_control(event: &Event, act: impl FnOnce(&str)) {
    if let Some(name) = attribute_of(event, "name") {
        act(&name);
    }
}

fn note_caps_lock(model: &Shared, event: Event) {
    let is_password =
        attribute_of(&event, "autocomplete").is_some_and(|token| token == "new-password");
    let key: Option<KeyboardEvent> = event.dyn_into().ok();
    let is_on = is_password && key.is_some_and(|key| key.get_modifier_state("CapsLock"));
    model.show(|shown| shown.is_caps_lock_on = is_on);
}
