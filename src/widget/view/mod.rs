//! The form, as elements. Every node that an owner may want to style has its `part`.

mod element;
mod field;
mod handle;
mod listen;
mod mouse;
mod notice;
mod status;
mod tree;

pub use tree::{Standing, Tree};

use super::model::{Model, Phase};
use crate::registration::field::TERMS;
use crate::registration::form::Asked;
use crate::registration::message::{Catalogue, Message};
use element::Element;
use leptos::prelude::*;
use listen::Listener;
use std::ptr;
use std::rc::Rc;

/// The model as the view's closures can hold it.
pub type Shared = Rc<Model>;

/// The form with all that stands in and around it.
pub fn form(model: &Shared, root: &Element) -> Listener {
    status::status(model, root);
    let form = frame(model, root);
    notice::notice(model, &form);
    let asked: Vec<Asked> = model.form.borrow().fields().collect();
    for asked in &asked {
        field::field(model, &form, *asked);
    }
    // The links to what a shopper agrees to, unless they stand at the field that is about them.
    if !asked.iter().any(|asked| ptr::eq(asked.field, &TERMS)) {
        legal(model, &form, "aside");
    }
    button(model, &form);
    sign_in(model, &form);
    Listener::of(form.node(), model)
}

/// A sentence in place of a form that can't be.
pub fn unavailable(words: &Catalogue, sign_in: Option<&str>, root: &Element) {
    let notice = root.part("div", "summary").with("role", "alert");
    notice.child("p").text(words.text(Message::StoreTrouble));
    if let Some(address) = sign_in {
        link(&notice, address, words.text(Message::SignIn));
    }
}

fn frame(model: &Shared, root: &Element) -> Element {
    let shown = model.shown;
    root.part("form", "form")
        .with("novalidate", "")
        // Whoever makes the browser send the form: it would post the password to the page's address.
        .with("method", "dialog")
        .with("aria-label", model.word(Message::FormLabel))
        .live("aria-busy", move || {
            when(shown.read().phase == Phase::Sending)
        })
        .live_flag("hidden", move || {
            matches!(shown.read().phase, Phase::Done(_))
        })
}

fn button(model: &Shared, form: &Element) {
    let shown = model.shown;
    let words = model.words.clone();
    let is_sending = move || shown.read().phase == Phase::Sending;
    // `disabled` would throw the focus away.
    form.part("button", "submit")
        .with("type", "submit")
        .live("aria-disabled", move || when(is_sending()))
        .live_text(move || {
            let message = if is_sending() {
                Message::Sending
            } else {
                Message::Submit
            };
            Some(words.text(message).to_owned())
        });
}

fn sign_in(model: &Shared, form: &Element) {
    if let Some(address) = model.settings.link("sign-in-url") {
        let line = form
            .part("p", "aside")
            .text(model.word(Message::HaveAccount));
        link(&line.text(" "), address, model.word(Message::SignIn));
    }
}

/// The links to what a shopper agrees to, in a line, if there are any.
fn legal(model: &Shared, parent: &Element, part: &str) {
    let mut line = None;
    for (name, message) in [
        ("terms-url", Message::Terms),
        ("privacy-url", Message::Privacy),
    ] {
        if let Some(address) = model.settings.link(name) {
            let begun = match line.take() {
                Some(line) => Element::text(line, " · "),
                None => parent.part("p", part),
            };
            link(&begun, address, model.word(message));
            line = Some(begun);
        }
    }
}

fn link(parent: &Element, address: &str, text: &str) {
    parent.part("a", "link").with("href", address).text(text);
}

fn when(condition: bool) -> Option<String> {
    condition.then(|| "true".to_owned())
}
