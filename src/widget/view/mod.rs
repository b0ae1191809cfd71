//! The form, as elements. Every node has its `part`.

mod field;
mod notice;
mod status;

use super::model::{Model, Phase};
use super::submit;
use crate::registration::form::Asked;
use crate::registration::message::{Catalogue, Message};
use leptos::prelude::*;
use web_sys::{Event, HtmlInputElement, KeyboardEvent};
use send_wrapper::SendWrapper;
use std::rc::Rc;
use wasm_bindgen::JsCast;

/// The model as the view's closures can hold it.
pub type Shared = SendWrapper<Rc<Model>>;

/// The form with all that stands in and around it.
pub fn form(model: Shared) -> impl IntoView {
    let phase = model.signals.phase;
    let asked: Vec<Asked> = model.form.borrow().fields().collect();
    let fields: Vec<_> = asked.into_iter().map(|asked| field::field(&model, asked)).collect();
    let handlers = [(); 5].map(|()| model.clone());
    let [on_input, on_leave, on_send, on_key, on_key_up] = handlers;
    view! {
        {status::status(&model)}
        <form
            part="form"
            class="form"
            novalidate
            method="post"
            aria-label=model.word(Message::FormLabel)
            aria-busy=move || (phase.get() == Phase::Sending).then_some("true")
            hidden=move || matches!(phase.get(), Phase::Done(_))
            on:input=move |event| with_control(&event, |input| on_input.typed(&input.name()))
            on:focusout=move |event| with_control(&event, |input| on_leave.left(&input.name()))
            on:keydown=move |event| note_caps_lock(&on_key, &event)
            on:keyup=move |event| note_caps_lock(&on_key_up, &event)
            on:submit=move |event| {
                event.prevent_default();
                submit::press(&on_send);
            }
        >
            {notice::notice(&model)}
            {fields}
            {legal(&model)}
            {button(&model)}
            {sign_in(&model)}
        </form>
    }
}

/// A sentence in place of a form that can't be.
pub fn unavailable(words: &Catalogue, sign_in: Option<String>) -> impl IntoView + use<> {
    let link = sign_in.map(|address| link(address, words.text(Message::SignIn)));
    view! {
        <div part="summary" class="summary" role="alert">
            <p>{words.text(Message::StoreTrouble).to_owned()}</p>
            {link}
        </div>
    }
}

fn button(model: &Shared) -> impl IntoView + use<> {
    let phase = model.signals.phase;
    let [idle, busy] = [Message::Submit, Message::Sending].map(|message| model.word(message));
    let is_sending = move || phase.get() == Phase::Sending;
    // `disabled` would throw the focus away.
    view! {
        <button type="submit" part="submit" class="submit" aria-disabled=move || is_sending().then_some("true")>
            {move || if is_sending() { busy.clone() } else { idle.clone() }}
        </button>
    }
}

fn sign_in(model: &Shared) -> Option<impl IntoView + use<>> {
    let address = model.settings.link("sign-in-url")?.to_owned();
    Some(view! {
        <p part="hint" class="aside">
            {model.word(Message::HaveAccount)}
            " "
            {link(address, &model.word(Message::SignIn))}
        </p>
    })
}

fn legal(model: &Shared) -> Option<impl IntoView + use<>> {
    let names = [("terms-url", Message::Terms), ("privacy-url", Message::Privacy)];
    let links = names.map(|(name, message)| {
        let address = model.settings.link(name)?.to_owned();
        Some(link(address, &model.word(message)))
    });
    let is_any = links.iter().any(Option::is_some);
    let [terms, privacy] = links;
    is_any.then(|| view! { <p part="hint" class="aside legal">{terms} " " {privacy}</p> })
}

fn link(address: String, text: &str) -> impl IntoView + use<> {
    view! { <a part="link" href=address>{text.to_owned()}</a> }
}

fn with_control(event: &Event, act: impl FnOnce(&HtmlInputElement)) {
    let target = event.target().and_then(|target| target.dyn_into().ok());
    if let Some(input) = target {
        act(&input);
    }
}

fn note_caps_lock(model: &Shared, event: &KeyboardEvent) {
    let target: Option<HtmlInputElement> = event.target().and_then(|target| target.dyn_into().ok());
    let is_password = target.is_some_and(|input| input.autocomplete() == "new-password");
    let is_on = is_password && event.get_modifier_state("CapsLock");
    if model.signals.caps_lock.get_untracked() != is_on {
        model.signals.caps_lock.set(is_on);
    }
}
