//! What the sandbox should do wrong.

use crate::app::Page;
use crate::app::faults::{self, FAULTS};
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// A choice of faults. It is there while the form registers with the sandbox.
pub fn faults(page: Page) -> impl IntoView {
    let is_sandbox = page.is_sandbox();
    let is_there = move || is_sandbox.get() && page.sandbox.read().is_running();
    let select = NodeRef::<html::Select>::new();
    let is_refused = RwSignal::new(false);
    let choose = move |value: String| {
        let fault = value
            .parse::<usize>()
            .ok()
            .and_then(|index| FAULTS.get(index));
        spawn_local(async move { is_refused.set(!faults::set(page, fault).await) });
    };
    when_over(page, select);
    let options = FAULTS.iter().enumerate();
    let options: Vec<_> = options
        .map(|(index, fault)| view! { <option value=index>{fault.title}</option> })
        .collect();
    view! {
        <div class="card" hidden=move || !is_there()>
            <h2><label for="fault">"What if…"</label></h2>
            <select
                id="fault"
                aria-describedby="about-fault"
                node_ref=select
                on:change:target=move |event| choose(event.target().value())
            >
                <option value="">"Everything works"</option>
                {options}
            </select>
            <p class="about" id="about-fault">
                "Happens while the next account is created, then it is over. See what the shopper sees, and press again."
            </p>
            <p class="about state bad" role="status">
                {move || is_refused.get().then_some("The sandbox did not take this fault.")}
            </p>
        </div>
    }
}

/// Back to "everything works" when a registration has come to its end, or is for another platform.
fn when_over(page: Page, select: NodeRef<html::Select>) {
    let platform = page.platform();
    let is_over = Memo::new(move |_| {
        page.events.with(|events| {
            let newest = events.first();
            newest.is_some_and(|heard| matches!(heard.name, "signup-success" | "signup-error"))
        })
    });
    Effect::new(move |before: Option<&'static str>| {
        let now = platform.get();
        let is_other = before.is_some_and(|before| before != now);
        if is_over.get() || is_other {
            clear(page, select);
        }
        now
    });
}

fn clear(page: Page, select: NodeRef<html::Select>) {
    let select = select.get_untracked();
    if let Some(select) = select.filter(|select| !select.value().is_empty()) {
        select.set_value("");
        spawn_local(async move {
            faults::set(page, None).await;
        });
    }
}
