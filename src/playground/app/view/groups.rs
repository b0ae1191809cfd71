//! A form in which an owner makes a customer group.

use super::controls::{capitalised, prose};
use crate::app::Page;
use crate::app::groups::{GroupForm, Progress, id};
use crate::app::sandbox::address;
use crate::owner::groups::draft::Part;
use crate::owner::groups::platform::find;
use leptos::prelude::*;

/// The form, where the platform has groups. Another platform or store gets a new one: what was
/// typed, the token above all, is for the one before.
pub fn groups(page: Page) -> impl IntoView {
    let platform = page.platform();
    let is_sandbox = page.is_sandbox();
    move || {
        let is_sandbox = is_sandbox.get();
        let maker = find(platform.get());
        maker.map(|maker| card(GroupForm::new(page, maker), page, is_sandbox))
    }
}

fn card(form: GroupForm, page: Page, is_sandbox: bool) -> impl IntoView + use<> {
    let is_waiting = Memo::new(move |_| form.waits_for().is_some());
    let fields = Part::ALL.map(|part| field(form, part));
    let is_offered = move || is_sandbox && page.sandbox.read().is_running();
    let offer = move || is_offered().then(|| offer(form));
    view! {
        <details class="card groups">
            <summary>"Create a customer group"</summary>
            <form
                novalidate
                aria-label="Customer group"
                aria-busy=move || is_waiting.get().to_string()
                on:submit=move |event| {
                    event.prevent_default();
                    form.create();
                }
            >
                <p class="about">
                    "For you, never for a shopper. The token stays in the memory of this page: it is in no snippet, \
                     address or storage, and it is gone with a reload."
                </p>
                {offer}
                {fields}
                <button type="submit" class="button" aria-disabled=move || is_waiting.get().to_string()>
                    "Create the group"
                </button>
                <div class="note" role="status">{move || outcome(form, is_sandbox)}</div>
            </form>
        </details>
    }
}

fn offer(form: GroupForm) -> impl IntoView {
    view! {
        <button type="button" class="button" on:click=move |_| form.ask_sandbox()>
            "Get a token from the sandbox"
        </button>
    }
}

fn field(form: GroupForm, part: Part) -> impl IntoView {
    let (label, about) = words(form, part);
    let about_id = format!("about-{}", id(part));
    let problem_id = format!("problem-{}", id(part));
    let trouble = Memo::new(move |_| form.trouble(Some(part)));
    let described = format!("{problem_id} {about_id}");
    view! {
        <div class="setting">
            <label for=id(part)>
                {label}
                {is_required(part).then(|| view! { <span class="aside">"required"</span> })}
            </label>
            {control(form, part, described, trouble)}
            <p class="problem state bad" id=problem_id hidden=move || trouble.read().is_none()>{trouble}</p>
            <p class="about" id=about_id>{prose(&capitalised(about))}</p>
        </div>
    }
}

fn control(
    form: GroupForm,
    part: Part,
    described: String,
    trouble: Memo<Option<String>>,
) -> AnyView {
    let text = form.text(part);
    let is_invalid = move || trouble.read().is_some().to_string();
    // No control has a name: a form that the browser sent would put names into the address.
    match part {
        Part::Metadata => view! {
            <textarea
                id=id(part)
                rows="3"
                placeholder="{\"tier\": \"gold\"}"
                aria-describedby=described
                aria-invalid=is_invalid
                spellcheck="false"
                prop:value=text
                on:input:target=move |event| text.set(event.target().value())
            ></textarea>
        }
        .into_any(),
        _ => view! {
            <input
                id=id(part)
                type=if part == Part::Token { "password" } else { "text" }
                aria-describedby=described
                aria-invalid=is_invalid
                aria-required=is_required(part).to_string()
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

fn is_required(part: Part) -> bool {
    matches!(part, Part::Token | Part::Name)
}

/// A part's label, and what it is.
fn words(form: GroupForm, part: Part) -> (&'static str, &'static str) {
    match part {
        Part::Token => ("Token", form.maker.about_token),
        Part::Name => ("Name", "what you call the group, such as VIP."),
        Part::Reference => ("Reference", "the group’s id in another system of yours."),
        Part::Origin => ("Reference origin", "which system that is."),
        Part::Metadata => ("Metadata", "an object in JSON, kept with the group."),
    }
}

fn outcome(form: GroupForm, is_sandbox: bool) -> Option<AnyView> {
    if let Some(trouble) = form.trouble(None) {
        return Some(view! { <p class="about state bad">{trouble}</p> }.into_any());
    }
    form.progress.with(|progress| match progress {
        Progress::Waiting(what) => Some(view! { <p class="about state">{*what}</p> }.into_any()),
        Progress::Made(name, id) => Some(made(form, name, id, is_sandbox).into_any()),
        Progress::Idle | Progress::Refused(_) => None,
    })
}

fn made(form: GroupForm, name: &str, id: &str, is_sandbox: bool) -> impl IntoView + use<> {
    let text = format!("The group {name} is there. Its id is in the snippet now, as ");
    let platform = form.maker.platform;
    let link = is_sandbox.then(|| {
        let address = format!("{}/?platform={platform}", address());
        view! { " " <a href=address target="_blank" rel="noopener">"See it in the store"</a> }
    });
    view! {
        <p class="about state good">
            {text} <code>{form.maker.attribute}</code> ": " <code>{id.to_owned()}</code> "." {link}
        </p>
        <p class="about">
            "New customers join it. What a page sends, a shopper can change: a group that opens a market or prices is \
             set by a server."
        </p>
    }
}
