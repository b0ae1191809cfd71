//! What the sandbox should do wrong.

use crate::page::Page;
use crate::page::faults::{self, FAULTS};
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
    Effect::new(move || when_used_up(page, select));
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
                "Happens when the next account is created, then it is over. See what the shopper sees, and press again."
            </p>
            <p class="about state bad" role="status">
                {move || is_refused.get().then_some("The sandbox did not take this fault.")}
            </p>
        </div>
    }
}

/// Back to "everything works" when a registration has met the fault.
fn when_used_up(page: Page, select: NodeRef<html::Select>) {
    let is_over = page.events.with(|events| {
        let newest = events.first();
        newest.is_some_and(|heard| matches!(heard.name, "signup-success" | "signup-error"))
    });
    let Some(select) = select
        .get()
        .filter(|select| is_over && !select.value().is_empty())
    else {
        return;
    };
    spawn_local(async move {
        if !faults::is_waiting().await {
            select.set_value("");
        }
    });
}
