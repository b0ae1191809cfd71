use super::element::{Element, element, part};
use super::{Shared, legal, when};
use crate::registration::field::{Control, TERMS};
use crate::registration::form::Asked;
use crate::registration::message::Message;
use crate::widget::countries::countries;
use crate::widget::model::Shown;
use leptos::prelude::*;
use std::ptr;

/// One field: label, control, hint and error. The same for every kind of control.
pub fn field(model: &Shared, asked: Asked) -> AnyView {
    let id = [&model.id_prefix, asked.field.name].concat();
    let hint = asked.field.hint.map(|hint| {
        let line = part("p", "hint").with("id", &hint_id(&id));
        line.text(&model.word(hint)).build()
    });
    let links = ptr::eq(asked.field, &TERMS).then(|| legal(model, part("p", "hint")));
    let group = part("div", "field");
    let group = match asked.field.unless {
        "" => group,
        _ => away_while_shortened(group, model),
    };
    group
        .children(labelled(model, asked, &id))
        .children(hint)
        .children(links.flatten())
        .child(error(model, asked, &id))
        .build()
}

fn away_while_shortened(group: Element, model: &Shared) -> Element {
    let shown = model.shown;
    group.live_flag("hidden", move || shown.read().is_shortened)
}

/// Label and control. The label of a checkbox stands beside it.
fn labelled(model: &Shared, asked: Asked, id: &str) -> Vec<AnyView> {
    let label = label(model, asked, id);
    match asked.field.control {
        Control::Checkbox => {
            let tick = input(model, asked, id, "input", "checkbox").with("type", "checkbox");
            let row = element("div").with("class", "tick");
            vec![row.child(tick.build()).child(label).build()]
        }
        Control::Country => vec![label, country(model, asked, id)],
        _ => vec![label, control(model, asked, id)],
    }
}

fn country(model: &Shared, asked: Asked, id: &str) -> AnyView {
    let option = |code: &str, name: &str| element("option").with("value", code).text(name).build();
    let mut select = input(model, asked, id, "select", "input").child(option("", ""));
    for (code, name) in countries(&model.container.lang()) {
        select = select.child(option(&code, &name));
    }
    select.build()
}

fn label(model: &Shared, asked: Asked, id: &str) -> AnyView {
    let label = part("label", "label")
        .with("for", id)
        .text(&model.word(asked.field.label));
    // The control's own `required` tells assistive technology.
    let required = asked.is_required.then(|| {
        let mark = part("span", "required").with("aria-hidden", "true");
        mark.text(&[" (", &model.word(Message::Required), ")"].concat())
            .build()
    });
    label.children(required).build()
}

fn control(model: &Shared, asked: Asked, id: &str) -> AnyView {
    let kind = asked.field.control;
    let shown = model.shown;
    let input = input(model, asked, id, "input", "input").live("type", move || {
        let is_shown = kind == Control::Password && shown.read().is_password_visible;
        let kind = if is_shown { Control::Text } else { kind };
        Some(kind.input_type().to_owned())
    });
    let class = if kind == Control::Password {
        "box with-button"
    } else {
        "box"
    };
    let row = element("div").with("class", class).child(input.build());
    if kind != Control::Password {
        return row.build();
    }
    let row = row.child(show_button(model)).build();
    vec![row, caps_lock(model)].into_any()
}

fn input(model: &Shared, asked: Asked, id: &str, tag: &'static str, name: &'static str) -> Element {
    let field = asked.field;
    let shown = model.shown;
    let input = part(tag, name)
        .with("id", id)
        .with("name", field.name)
        .with("autocomplete", field.autocomplete)
        .flag("required", asked.is_required)
        .live("aria-invalid", move || {
            when(shown.read().problem(field.name).is_some())
        })
        .live("aria-describedby", described_by(shown, asked, id));
    match field.control {
        Control::Email | Control::Password => input
            .with("autocapitalize", "none")
            .with("spellcheck", "false"),
        _ => input,
    }
}

fn error(model: &Shared, asked: Asked, id: &str) -> AnyView {
    let (shown, words) = (model.shown, model.words.clone());
    let text = move || {
        let reason = shown.read().problem(asked.field.name)?;
        Some(words.text(reason).to_owned())
    };
    part("p", "error")
        .with("id", &error_id(id))
        .live_text(text)
        .build()
}

fn show_button(model: &Shared) -> AnyView {
    let shown = model.shown;
    let choose = |hidden, visible| {
        let [hidden, visible] = [hidden, visible].map(|message| model.word(message));
        move || {
            Some(if shown.read().is_password_visible {
                visible.clone()
            } else {
                hidden.clone()
            })
        }
    };
    let toggled = model.clone();
    part("button", "show")
        .with("type", "button")
        .live(
            "aria-label",
            choose(Message::ShowPassword, Message::HidePassword),
        )
        .on("click", move |_| {
            toggled.show(|shown| shown.is_password_visible = !shown.is_password_visible)
        })
        .live_text(choose(Message::Show, Message::Hide))
        .build()
}

fn caps_lock(model: &Shared) -> AnyView {
    let shown = model.shown;
    let text = model.word(Message::CapsLock);
    let line = part("p", "hint caps-lock").with("role", "status");
    line.live_text(move || shown.read().is_caps_lock_on.then(|| text.clone()))
        .build()
}

/// The ids of the hint, always, and of the error, while there is one.
fn described_by(
    shown: RwSignal<Shown>,
    asked: Asked,
    id: &str,
) -> impl FnMut() -> Option<String> + use<> {
    let hint = asked.field.hint.map(|_| hint_id(id));
    let error = error_id(id);
    move || match (&hint, shown.read().problem(asked.field.name)) {
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
