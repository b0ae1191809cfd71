use super::element::Element;
use super::{Shared, legal, when};
use crate::registration::field::{Control, TERMS};
use crate::registration::form::FormField;
use crate::registration::message::Message;
use crate::widget::model::Shown;
use crate::widget::page;
use js_sys::Array;
use leptos::prelude::*;
use std::ptr;
use wasm_bindgen::JsValue;

/// One field: label, control, hint and error. The same for every kind of control.
pub fn field(model: &Shared, form: &Element, form_field: FormField) {
    let id = [&model.id_prefix, form_field.field.name].concat();
    let mut group = form.part("div", "field");
    if !form_field.field.unless.is_empty() {
        group = away_while_shortened(group, model);
    }
    labelled(model, &group, form_field, &id);
    if let Some(hint) = form_field.field.hint {
        let line = group.part("p", "hint").with("id", &hint_id(&id));
        line.text(model.text(hint));
    }
    if ptr::eq(form_field.field, &TERMS) {
        legal(model, &group, "hint");
    }
    error(model, &group, form_field, &id);
}

fn away_while_shortened(group: Element, model: &Shared) -> Element {
    let shown = model.shown;
    group.live_flag("hidden", move || shown.read().is_shortened)
}

/// Label and control. The label of a checkbox stands beside it.
fn labelled(model: &Shared, group: &Element, form_field: FormField, id: &str) {
    if form_field.field.control == Control::Checkbox {
        let row = group.child("div").with("class", "tick");
        control(model, &row, form_field, id);
        label(model, &row, form_field, id);
        return;
    }
    label(model, group, form_field, id);
    match form_field.field.control {
        Control::Country => control(model, group, form_field, id),
        Control::Password => password(model, group, form_field, id),
        _ => {
            let row = group.child("div").with("class", "box");
            control(model, &row, form_field, id);
        }
    }
}

fn password(model: &Shared, group: &Element, form_field: FormField, id: &str) {
    let row = group.child("div").with("class", "box with-button");
    control(model, &row, form_field, id);
    show_button(model, &row);
    remark(model, group);
}

fn label(model: &Shared, parent: &Element, form_field: FormField, id: &str) {
    let label = parent.part("label", "label").with("for", id);
    let label = label.text(model.text(form_field.field.label));
    // The control's own `required` tells assistive technology.
    if form_field.is_required {
        let mark = label.part("span", "required").with("aria-hidden", "true");
        mark.text(&[" (", model.text(Message::Required), ")"].concat());
    }
}

/// The control itself. One that stands there already is the same if it has the same id.
fn control(model: &Shared, parent: &Element, form_field: FormField, id: &str) {
    let field = form_field.field;
    let shown = model.shown;
    let (tag, part) = match field.control {
        Control::Country => ("select", "input"),
        Control::Checkbox => ("input", "checkbox"),
        _ => ("input", "input"),
    };
    let mut control = parent
        .child_with(tag, "id", id)
        .with("part", part)
        .with("class", part)
        .with("name", field.name)
        .with("autocomplete", field.autocomplete)
        .flag("required", form_field.is_required)
        .live("aria-invalid", move || {
            when(shown.read().problem(field.name).is_some())
        })
        .live("aria-describedby", described_by(shown, form_field, id));
    if matches!(field.control, Control::Email | Control::Password) {
        control = control
            .with("autocapitalize", "none")
            .with("autocorrect", "off")
            .with("spellcheck", "false");
    }
    match field.control {
        Control::Country => options(model, &control),
        Control::Password => drop(control.live("type", move || {
            let is_visible = shown.read().is_password_visible;
            Some(if is_visible { "text" } else { "password" }.to_owned())
        })),
        kind => drop(control.with("type", kind.input_type())),
    }
}

fn options(model: &Shared, select: &Element) {
    if select.has_children() {
        return;
    }
    select.child("option").with("value", "");
    let countries = model.countries.call0(&JsValue::UNDEFINED);
    for (code, name) in page::pairs(&Array::from(&countries.unwrap_or_default())) {
        select.child("option").with("value", &code).text(&name);
    }
}

fn error(model: &Shared, group: &Element, form_field: FormField, id: &str) {
    let (shown, messages) = (model.shown, model.messages.clone());
    let text = move || {
        let reason = shown.read().problem(form_field.field.name)?;
        Some(messages.text(reason).to_owned())
    };
    group
        .part("p", "error")
        .with("id", &error_id(id))
        .live_text(text);
}

fn show_button(model: &Shared, row: &Element) {
    let choose = |hidden, visible| {
        let (shown, messages) = (model.shown, model.messages.clone());
        move || {
            let is_visible = shown.read().is_password_visible;
            let message = if is_visible { visible } else { hidden };
            Some(messages.text(message).to_owned())
        }
    };
    row.part("button", "show")
        .with("type", "button")
        .live(
            "aria-label",
            choose(Message::ShowPassword, Message::HidePassword),
        )
        .live_text(choose(Message::Show, Message::Hide));
}

/// What a shopper can't see of a password.
fn remark(model: &Shared, group: &Element) {
    let (shown, messages) = (model.shown, model.messages.clone());
    let text = move || {
        let shown = shown.read();
        let message = match (shown.is_caps_lock_on, shown.has_outer_space) {
            (true, _) => Message::CapsLock,
            (_, true) => Message::PasswordSpaceHint,
            _ => return None,
        };
        Some(messages.text(message).to_owned())
    };
    let line = group.part("p", "hint caps-lock").with("role", "status");
    line.live_text(text);
}

/// The ids of the hint, always, and of the error, while there is one.
fn described_by(
    shown: RwSignal<Shown>,
    form_field: FormField,
    id: &str,
) -> impl Fn() -> Option<String> + use<> {
    let hint = form_field.field.hint.map(|_| hint_id(id));
    let error = error_id(id);
    move || match (&hint, shown.read().problem(form_field.field.name)) {
        (Some(hint), Some(_)) => Some([hint, " ", &error].concat()),
        (Some(hint), None) => Some(hint.clone()),
        (None, Some(_)) => Some(error.clone()),
        (None, None) => None,
    }
}

fn hint_id(id: &str) -> String {
    [id, "-hint"].concat()
}

fn error_id(id: &str) -> String {
    [id, "-error"].concat()
}
