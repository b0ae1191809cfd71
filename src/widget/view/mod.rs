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
use crate::registration::form::FormField;
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
    let form_fields: Vec<FormField> = model.form.borrow().fields().collect();
    for form_field in &form_fields {
        field::field(model, &form, *form_field);
    }
    // The links to what a shopper agrees to, unless they stand at the field that is about them.
    if !form_fields
        .iter()
        .any(|form_field| ptr::eq(form_field.field, &TERMS))
    {
        legal(model, &form, "aside");
    }
    button(model, &form);
    sign_in(model, &form);
    Listener::of(form.node(), model)
}

/// A sentence in place of a form that can't be.
pub fn unavailable(messages: &Catalogue, sign_in: Option<&str>, root: &Element) {
    let notice = root.part("div", "summary").with("role", "alert");
    notice.child("p").text(messages.text(Message::StoreTrouble));
    if let Some(address) = sign_in {
        link(&notice, address, messages.text(Message::SignIn));
    }
}

fn frame(model: &Shared, root: &Element) -> Element {
    let shown = model.shown;
    root.part("form", "form")
        .with("novalidate", "")
        // Whoever makes the browser send the form: it would post the password to the page's address.
        .with("method", "dialog")
        .with("aria-label", model.text(Message::FormLabel))
        .live("aria-busy", move || {
            when(shown.read().phase == Phase::Sending)
        })
        .live_flag("hidden", move || {
            matches!(shown.read().phase, Phase::Done(_))
        })
}

fn button(model: &Shared, form: &Element) {
    let shown = model.shown;
    let messages = model.messages.clone();
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
            Some(messages.text(message).to_owned())
        });
}

fn sign_in(model: &Shared, form: &Element) {
    if let Some(address) = model.settings.link("sign-in-url") {
        let line = form
            .part("p", "aside")
            .text(model.text(Message::HaveAccount));
        link(&line.text(" "), address, model.text(Message::SignIn));
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
            let text = [model.text(message), " (", model.text(Message::NewTab), ")"].concat();
            // The shopper would lose what is typed.
            link(&begun, address, &text)
                .with("target", "_blank")
                .with("rel", "noopener");
            line = Some(begun);
        }
    }
}

fn link(parent: &Element, address: &str, text: &str) -> Element {
    parent.part("a", "link").with("href", address).text(text)
}

fn when(condition: bool) -> Option<String> {
    condition.then(|| "true".to_owned())
}
