//! A form in which an owner makes a customer group.

use super::controls::{capitalised, prose};
use crate::app::groups::{GroupForm, Progress, control_id};
use crate::app::sandbox;
use crate::app::state::State;
use crate::owner::groups::field::GroupField;
use crate::owner::groups::platform::find;
use leptos::prelude::*;

/// The form, where the platform has groups. Each platform and each store gets a form of its own,
/// so that a token never goes to another store.
pub fn groups(state: State) -> impl IntoView {
    let platform = state.platform();
    let is_sandbox = state.is_sandbox();
    move || {
        let is_sandbox = is_sandbox.get();
        let provider = find(platform.get());
        provider.map(|provider| card(GroupForm::new(state, provider), state, is_sandbox))
    }
}

fn card(form: GroupForm, state: State, is_sandbox: bool) -> impl IntoView + use<> {
    let is_pending = Memo::new(move |_| form.is_pending());
    let fields = GroupField::ALL.map(|field| row(form, field));
    let has_sandbox = move || is_sandbox && state.sandbox.read().is_running();
    let token_button = move || has_sandbox().then(|| token_button(form));
    view! {
        <details class="card groups">
            <summary>"Create a customer group"</summary>
            <form
                novalidate
                aria-label="Customer group"
                aria-busy=move || is_pending.get().to_string()
                on:submit=move |event| {
                    event.prevent_default();
                    form.create();
                }
            >
                <p class="about">
                    "This form is for you, not for a shopper. The page keeps the token in memory only: it is in no snippet, \
                     address or storage, and a reload removes it."
                </p>
                {token_button}
                {fields}
                <button type="submit" class="button" aria-disabled=move || is_pending.get().to_string()>
                    "Create the group"
                </button>
                <div class="note" role="status">{move || outcome(form, is_sandbox)}</div>
            </form>
        </details>
    }
}

fn token_button(form: GroupForm) -> impl IntoView {
    view! {
        <button type="button" class="button" on:click=move |_| form.request_sandbox_token()>
            "Get a token from the sandbox"
        </button>
    }
}

fn row(form: GroupForm, field: GroupField) -> impl IntoView {
    let (label, about) = texts(form, field);
    let about_id = format!("about-{}", control_id(field));
    let problem_id = format!("problem-{}", control_id(field));
    let error = Memo::new(move |_| form.error(Some(field)));
    let describedby = format!("{problem_id} {about_id}");
    view! {
        <div class="setting">
            <label for=control_id(field)>
                {label}
                {field.is_required().then(|| view! { <span class="aside">"required"</span> })}
            </label>
            {control(form, field, describedby, error)}
            <p class="problem state bad" id=problem_id hidden=move || error.read().is_none()>{error}</p>
            <p class="about" id=about_id>{prose(&capitalised(about))}</p>
        </div>
    }
}

fn control(
    form: GroupForm,
    field: GroupField,
    describedby: String,
    error: Memo<Option<String>>,
) -> AnyView {
    let text = form.text(field);
    let is_invalid = move || error.read().is_some().to_string();
    // No control has a name, so a browser that submits the form itself puts nothing into the URL.
    match field {
        GroupField::Metadata => view! {
            <textarea
                id=control_id(field)
                rows="3"
                placeholder="{\"tier\": \"gold\"}"
                aria-describedby=describedby
                aria-invalid=is_invalid
                spellcheck="false"
                prop:value=text
                on:input:target=move |event| text.set(event.target().value())
            ></textarea>
        }
        .into_any(),
        _ => view! {
            <input
                id=control_id(field)
                type=if field == GroupField::Token { "password" } else { "text" }
                aria-describedby=describedby
                aria-invalid=is_invalid
                aria-required=field.is_required().to_string()
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                prop:value=text
                on:input:target=move |event| text.set(event.target().value())
            />
        }
        .into_any(),
    }
}

/// A field's label, and a sentence about it.
fn texts(form: GroupForm, field: GroupField) -> (&'static str, &'static str) {
    match field {
        GroupField::Token => ("Token", form.provider.token_hint),
        GroupField::Name => ("Name", "the group’s name, such as VIP."),
        GroupField::Reference => ("Reference", "the group’s id in another system of yours."),
        GroupField::Origin => ("Reference origin", "the system of the reference."),
        GroupField::Metadata => (
            "Metadata",
            "a JSON object that the store keeps with the group.",
        ),
    }
}

fn outcome(form: GroupForm, is_sandbox: bool) -> Option<AnyView> {
    if let Some(error) = form.error(None) {
        return Some(view! { <p class="about state bad">{error}</p> }.into_any());
    }
    form.progress.with(|progress| match progress {
        Progress::Pending(label) => Some(view! { <p class="about state">{*label}</p> }.into_any()),
        Progress::Created(name, id) => Some(created(form, name, id, is_sandbox).into_any()),
        Progress::Idle | Progress::Failed(_) => None,
    })
}

fn created(form: GroupForm, name: &str, id: &str, is_sandbox: bool) -> impl IntoView + use<> {
    let text = format!("The group {name} is there. The snippet now contains its id as ");
    let platform = form.provider.platform;
    let link = is_sandbox.then(|| {
        let url = format!("{}/?platform={platform}", sandbox::url());
        view! { " " <a href=url target="_blank" rel="noopener">"See it in the store"</a> }
    });
    view! {
        <p class="about state good">
            {text} <code>{form.provider.attribute}</code> ": " <code>{id.to_owned()}</code> "." {link}
        </p>
        <p class="about">
            "New customers join it. A shopper can change what a page sends, so let a server set a group that opens a \
             market or prices."
        </p>
    }
}
