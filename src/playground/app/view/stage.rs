//! The live form, and what it says to the owner.

use super::controls::prose;
use super::{store, toolbar};
use crate::app::Page;
use crate::app::element::{self, SignupElement};
use crate::app::events::Heard;
use crate::app::sandbox::address;
use leptos::html;
use leptos::prelude::*;

/// The form in a frame, with the toolbar above and a remark below.
pub fn stage(page: Page) -> impl IntoView {
    let shown = RwSignal::new_local(None::<SignupElement>);
    let [theme, width, direction] = ["theme", "width", "dir"].map(|name| page.text(name));
    let with_form = move |act: fn(&SignupElement)| {
        if let Some(element) = shown.get_untracked() {
            act(&element);
        }
    };
    view! {
        <section class="stage" aria-label="The form" data-theme=move || theme.get()>
            {toolbar::toolbar(page)}
            <div class="floor">
                <div class="frame" data-width=move || width.get() data-direction=move || direction.get()>
                    {frame(page, shown)}
                </div>
            </div>
            <div class="stage-foot">
                {move || page.events.with(|events| events.first().map(|heard| remark(page, heard)))}
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

/// Keeps the element up to date. There is none before there is a store that it can register with.
fn frame(page: Page, shown: RwSignal<Option<SignupElement>, LocalStorage>) -> impl IntoView {
    let frame = NodeRef::<html::Div>::new();
    let is_sandbox = page.is_sandbox();
    let is_ready = Memo::new(move |_| !is_sandbox.get() || page.sandbox.read().is_running());
    let is_absent = Memo::new(move |_| is_sandbox.get() && page.sandbox.read().is_absent());
    let attributes = Memo::new(move |_| page.setup.with(element::attributes));
    Effect::new(move || {
        if let (Some(frame), true) = (frame.get(), is_ready.get()) {
            let before = shown.get_untracked();
            shown.set(element::show(&frame, before, &attributes.read()));
        }
    });
    view! {
        {move || is_absent.get().then(|| view! { <div class="no-store">{store::absent(page)}</div> })}
        <div class="form-place" node_ref=frame hidden=is_absent></div>
    }
}

/// What an event means to the owner.
fn remark(page: Page, heard: &Heard) -> impl IntoView + use<> {
    let (state, text) = match heard.name {
        "signup-error" => (
            "bad",
            format!("{}: {}", heard.text("kind"), heard.text("message")),
        ),
        "signup-success" => (
            "good",
            format!("The account is there: {}", heard.text("email")),
        ),
        "signup-submit" => ("", "Sending…".to_owned()),
        "signup-invalid" => (
            "",
            "Not sent: the shopper has to correct something.".to_owned(),
        ),
        _ => (
            "",
            "Ready for a shopper. Traffic and events show as they happen.".to_owned(),
        ),
    };
    let is_there = heard.name == "signup-success" && page.is_sandbox().get();
    let link = is_there.then(
        || view! { " " <a href=address() target="_blank" rel="noopener">"See it in the store"</a> },
    );
    view! { <p class=format!("remark state {state}")>{prose(&text)} {link}</p> }
}
