//! The choice of a fault of the sandbox.

use crate::app::faults::{self, FAULTS};
use crate::app::state::State;
use leptos::html;
use leptos::prelude::*;
use wasm_bindgen_futures::spawn_local;

/// The choice of a fault. It shows while the form registers with the sandbox.
pub fn faults(state: State) -> impl IntoView {
    let is_sandbox = state.is_sandbox();
    let platform = state.platform();
    let is_visible = move || is_sandbox.get() && state.sandbox.read().is_running();
    let select = NodeRef::<html::Select>::new();
    let is_refused = RwSignal::new(false);
    let choose = move |value: String| {
        let fault = value
            .parse::<usize>()
            .ok()
            .and_then(|index| FAULTS.get(index));
        let platform = platform.get_untracked();
        spawn_local(async move { is_refused.set(!faults::set(platform, fault).await) });
    };
    reset_when_over(state, select);
    let options = FAULTS.iter().enumerate();
    let options: Vec<_> = options
        .map(|(index, fault)| view! { <option value=index>{fault.title}</option> })
        .collect();
    view! {
        <div class="card" hidden=move || !is_visible()>
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
                "This happens once, while the store creates the next account. See what the shopper sees, then press again."
            </p>
            <p class="about state bad" role="status">
                {move || is_refused.get().then_some("The sandbox did not take this fault.")}
            </p>
        </div>
    }
}

/// Goes back to "everything works" when a registration ends, and when the platform changes.
fn reset_when_over(state: State, select: NodeRef<html::Select>) {
    let platform = state.platform();
    let is_over = Memo::new(move |_| {
        state.events.with(|events| {
            let newest = events.first();
            newest.is_some_and(|event| matches!(event.name, "signup-success" | "signup-error"))
        })
    });
    Effect::new(move |previous: Option<&'static str>| {
        let now = platform.get();
        let has_changed = previous.is_some_and(|previous| previous != now);
        if is_over.get() || has_changed {
            clear(now, select);
        }
        now
    });
}

fn clear(platform: &'static str, select: NodeRef<html::Select>) {
    let select = select.get_untracked();
    if let Some(select) = select.filter(|select| !select.value().is_empty()) {
        select.set_value("");
        spawn_local(async move {
            faults::set(platform, None).await;
        });
    }
}
