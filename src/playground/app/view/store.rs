//! The store that the form registers with, and the attributes for it.

use super::controls;
use crate::app::sandbox::{self, Credential, Sandbox};
use crate::app::state::State;
use crate::owner::setup::Store;
use leptos::prelude::*;
use storefront_signup::registration::platform::find;
use storefront_signup::registration::settings::attribute::ENDPOINT;

const OPTIONS: &[(&str, &str)] = &[("sandbox", "Sandbox"), ("own", "My store")];

/// The choice of the store, and the settings of the chosen one.
pub fn store(state: State) -> impl IntoView {
    let is_sandbox = state.is_sandbox();
    let chosen = move || if is_sandbox.get() { "sandbox" } else { "own" }.to_owned();
    let choose = move |value: &str| {
        let store = if value == "own" {
            Store::Own
        } else {
            Store::Sandbox
        };
        state.setup.update(|setup| setup.store = store);
    };
    let platform = state.platform();
    let settings = move || {
        let platform = find(platform.get()).into_iter();
        let settings = platform.flat_map(|platform| platform.settings).copied();
        let all = std::iter::once(ENDPOINT.setting()).chain(settings);
        all.map(|setting| controls::setting(state, setting))
            .collect_view()
    };
    view! {
        <div class="card">
            {controls::segments("store", "Store", OPTIONS, chosen, choose)}
            <div class="note" aria-live="polite">{move || note(state, is_sandbox.get())}</div>
            {settings}
        </div>
    }
}

fn note(state: State, is_sandbox: bool) -> AnyView {
    if !is_sandbox {
        let text = "What you enter stays in this browser. Your store has to allow this page’s origin (CORS).";
        return view! { <p class="about">{text}</p> }.into_any();
    }
    state.sandbox.with(|sandbox| match sandbox {
        Sandbox::Connecting => {
            view! { <p class="about">"Looking for the sandbox store…"</p> }.into_any()
        }
        Sandbox::Running(_) => running(state).into_any(),
        Sandbox::Unavailable => unavailable(state).into_any(),
    })
}

fn running(state: State) -> impl IntoView {
    let shoppers = move || {
        state
            .sandbox
            .with(|sandbox| sandbox.shoppers(state.platform().get()))
    };
    let rows = move || {
        let shoppers = shoppers().into_iter();
        let row = |shopper: Credential| view! { <dt>{shopper.name}</dt><dd><code>{shopper.value}</code></dd> };
        shoppers.map(row).collect_view()
    };
    view! {
        <p class="about state good">
            "The sandbox store is running on this machine. "
            <a href=sandbox::url() target="_blank" rel="noopener">"See its accounts"</a>
        </p>
        <details class="known">
            <summary>"Shoppers with an account"</summary>
            <dl>{rows}</dl>
        </details>
    }
}

/// How to start the sandbox, if it is not running.
pub fn unavailable(state: State) -> impl IntoView {
    view! {
        <p class="about state bad">
            "The sandbox store is not running. Start it in the project’s folder with "
            <code>"cargo xtask serve"</code> ", or choose “My store”."
        </p>
        <button type="button" class="button" on:click=move |_| sandbox::connect(state.setup, state.sandbox)>
            "Look again"
        </button>
    }
}
