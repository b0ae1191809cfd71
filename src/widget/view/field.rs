use super::Shared;
use crate::registration::field::Control;
use crate::registration::form::Asked;
use crate::registration::message::Message;
use crate::widget::model::Signals;
use leptos::prelude::*;
use std::sync::Arc;

/// One field: label, control, hint and error. The same for every kind of control.
pub fn field(model: &Shared, asked: Asked) -> impl IntoView + use<> {
    let Asked { field, is_required } = asked;
    let [id, hint_id, error_id] = ["", "-hint", "-error"].map(|part| [&model.id_prefix, field.name, part].concat());
    let is_password = field.control == Control::Password;
    let problem = problem_of(model.signals, field.name);
    let words = model.words.clone();
    let error = move || problem().map(|reason| words.text(reason).to_owned());
    let described_by = described_by(model.signals, asked, &hint_id, &error_id);
    let shown = RwSignal::new(false);
    let input_type = move || if shown.get() { "text" } else { field.control.input_type() };
    view! {
        <div part="field" class="field">
            <label part="label" class="label" for=id.clone()>
                {model.word(field.label)}
                {is_required.then(|| required(model))}
            </label>
            <div class="box" class:with-button=is_password>
                <input
                    part="input"
                    class="input"
                    id=id
                    name=field.name
                    type=input_type
                    autocomplete=field.autocomplete
                    required=is_required
                    autocapitalize=is_verbatim(field.control).then_some("none")
                    spellcheck=is_verbatim(field.control).then_some("false")
                    aria-invalid=move || problem().map(|_| "true")
                    aria-describedby=described_by
                />
                {is_password.then(|| show_button(model, shown))}
            </div>
            {is_password.then(|| caps_lock(model))}
            {field.hint.map(|hint| view! { <p part="hint" class="hint" id=hint_id>{model.word(hint)}</p> })}
            <p part="error" class="error" id=error_id>{error}</p>
        </div>
    }
}

fn required(model: &Shared) -> impl IntoView + use<> {
    // The control's own `required` tells assistive technology.
    view! { <span class="required" aria-hidden="true">{[" (", &model.word(Message::Required), ")"].concat()}</span> }
}

fn show_button(model: &Shared, shown: RwSignal<bool>) -> impl IntoView + use<> {
    let [show, hide] = [Message::Show, Message::Hide].map(|message| model.word(message));
    let [show_name, hide_name] = [Message::ShowPassword, Message::HidePassword].map(|message| model.word(message));
    view! {
        <button
            type="button"
            class="show"
            part="show"
            aria-label=move || if shown.get() { hide_name.clone() } else { show_name.clone() }
            on:click=move |_| shown.update(|shown| *shown = !*shown)
        >
            {move || if shown.get() { hide.clone() } else { show.clone() }}
        </button>
    }
}

fn caps_lock(model: &Shared) -> impl IntoView + use<> {
    let is_on = model.signals.caps_lock;
    let text = model.word(Message::CapsLock);
    view! { <p part="hint" class="hint caps-lock" role="status">{move || is_on.get().then(|| text.clone())}</p> }
}

fn problem_of(signals: Signals, name: &'static str) -> impl Fn() -> Option<Message> + Copy + Send + Sync {
    move || {
        let problems = signals.problems.read();
        let found = problems.iter().find(|problem| problem.name == name);
        found.map(|problem| problem.reason)
    }
}

/// The hint always, the error while there is one.
fn described_by(
    signals: Signals,
    asked: Asked,
    hint_id: &str,
    error_id: &str,
) -> impl Fn() -> Option<String> + Send + 'static + use<> {
    let problem = problem_of(signals, asked.field.name);
    let hint = asked.field.hint.map(|_| Arc::<str>::from(hint_id));
    let error = Arc::<str>::from(error_id);
    move || {
        let error = problem().map(|_| error.clone());
        let ids: Vec<_> = hint.iter().cloned().chain(error).collect();
        (!ids.is_empty()).then(|| ids.join(" "))
    }
}

/// Whether the text is no prose: nothing to capitalise and nothing to correct.
fn is_verbatim(control: Control) -> bool {
    matches!(control, Control::Email | Control::Password)
}
