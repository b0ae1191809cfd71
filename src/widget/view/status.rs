use super::Shared;
use super::element::Element;
use crate::registration::message::Message;
use crate::widget::model::Phase;
use leptos::prelude::*;

/// What is going on, for everyone when it is done and for assistive technology before.
pub fn status(model: &Shared, root: &Element) {
    let shown = model.shown;
    let messages = model.messages.clone();
    let class = move || match shown.read().phase {
        Phase::Done(_) => "status done",
        _ => "status",
    };
    let text = move || {
        let message = match &shown.read().phase {
            Phase::Filling => return None,
            Phase::Sending => Message::Sending,
            Phase::Done(account) if account.check_mail => Message::CheckMail,
            Phase::Done(_) => Message::Done,
        };
        Some(messages.text(message).to_owned())
    };
    root.child("div")
        .with("part", "status")
        .live("class", move || Some(class().to_owned()))
        .with("role", "status")
        .with("tabindex", "-1")
        .live_text(text);
}
