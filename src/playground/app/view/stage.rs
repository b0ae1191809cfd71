//! The live form, and a notice about its latest event.

use super::controls::prose;
use super::{store, toolbar};
use crate::app::element::{self, SignupElement};
use crate::app::events::ElementEvent;
use crate::app::sandbox;
use crate::app::state::State;
use leptos::html;
use leptos::prelude::*;

/// The form in a frame, with the toolbar above and a notice below.
pub fn stage(state: State) -> impl IntoView {
    let shown = RwSignal::new_local(None::<SignupElement>);
    let [theme, width, direction] = ["theme", "width", "dir"].map(|name| state.text(name));
    let with_form = move |act: fn(&SignupElement)| {
        if let Some(element) = shown.get_untracked() {
            act(&element);
        }
    };
    view! {
        <section class="stage" aria-label="The form" data-theme=move || theme.get()>
            {toolbar::toolbar(state)}
            <div class="floor">
                <div class="frame" data-width=move || width.get() data-direction=move || direction.get()>
                    {frame(state, shown)}
                </div>
            </div>
            <div class="stage-foot">
                {move || state.events.with(|events| events.first().map(|event| notice(state, event)))}
                <div class="actions" hidden=move || shown.read().is_none()>
                    <button type="button" class="button" on:click=move |_| with_form(element::fill)>
                        "Fill in a shopper"
                    </button>
                    <button type="button" class="button" on:click=move |_| with_form(element::reset)>
                        "Start over"
                    </button>
                </div>
            </div>
        </section>
    }
}

/// Keeps the element up to date. It appears once there is a store to register with.
fn frame(state: State, shown: RwSignal<Option<SignupElement>, LocalStorage>) -> impl IntoView {
    let frame = NodeRef::<html::Div>::new();
    let is_sandbox = state.is_sandbox();
    let is_ready = Memo::new(move |_| !is_sandbox.get() || state.sandbox.read().is_running());
    let is_unavailable =
        Memo::new(move |_| is_sandbox.get() && state.sandbox.read().is_unavailable());
    let attributes = Memo::new(move |_| state.setup.with(element::attributes));
    Effect::new(move || {
        if let (Some(frame), true) = (frame.get(), is_ready.get()) {
            let previous = shown.get_untracked();
            shown.set(element::show(&frame, previous, &attributes.read()));
        }
    });
    view! {
        {move || is_unavailable.get().then(|| view! { <div class="no-store">{store::unavailable(state)}</div> })}
        <div class="form-place" node_ref=frame hidden=is_unavailable></div>
    }
}

/// A sentence about an event, for the owner.
fn notice(state: State, event: &ElementEvent) -> impl IntoView + use<> {
    let (class, text) = match event.name {
        "signup-error" => (
            "bad",
            format!("{}: {}", event.text("kind"), event.text("message")),
        ),
        "signup-success" => (
            "good",
            format!("The account exists: {}", event.text("email")),
        ),
        "signup-submit" => ("", "Sending…".to_owned()),
        "signup-invalid" => (
            "",
            "Not sent: the shopper has to correct a field.".to_owned(),
        ),
        _ => (
            "",
            "The form is ready. The tabs show its traffic and its events.".to_owned(),
        ),
    };
    let has_account = event.name == "signup-success" && state.is_sandbox().get();
    let link = has_account.then(
        || view! { " " <a href=sandbox::url() target="_blank" rel="noopener">"See it in the store"</a> },
    );
    view! { <p class=format!("remark state {class}")>{prose(&text)} {link}</p> }
}
