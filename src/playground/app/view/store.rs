//! Whose store the form registers with, and what it needs to know.

use super::controls;
use crate::app::Page;
use crate::app::sandbox::{self, Credential, Sandbox, address};
use crate::owner::common::ENDPOINT;
use crate::owner::setup::Store;
use leptos::prelude::*;
use storefront_signup::registration::platform::find;

const OPTIONS: &[(&str, &str)] = &[("sandbox", "Sandbox"), ("own", "My store")];

/// The choice, and the settings of the chosen one.
pub fn store(page: Page) -> impl IntoView {
    let is_sandbox = page.is_sandbox();
    let chosen = move || if is_sandbox.get() { "sandbox" } else { "own" }.to_owned();
    let choose = move |value: &str| {
        let store = if value == "own" {
            Store::Own
        } else {
            Store::Sandbox
        };
        page.setup.update(|setup| setup.store = store);
    };
    let platform = page.platform();
    let settings = move || {
        let platform = find(platform.get()).into_iter();
        let settings = platform.flat_map(|platform| platform.settings);
        let all = std::iter::once(&ENDPOINT).chain(settings);
        all.map(|setting| controls::setting(page, setting))
            .collect_view()
    };
    view! {
        <div class="card">
            {controls::segments("store", "Store", OPTIONS, chosen, choose)}
            <div class="note" aria-live="polite">{move || note(page, is_sandbox.get())}</div>
            {settings}
        </div>
    }
}

fn note(page: Page, is_sandbox: bool) -> AnyView {
    if !is_sandbox {
        let text = "What you enter stays in this browser. Your store has to allow this page’s origin (CORS).";
        return view! { <p class="about">{text}</p> }.into_any();
    }
    page.sandbox.with(|sandbox| match sandbox {
        Sandbox::Asked => {
            view! { <p class="about">"Looking for the sandbox store…"</p> }.into_any()
        }
        Sandbox::Running(_) => running(page).into_any(),
        Sandbox::Absent => absent(page).into_any(),
    })
}

fn running(page: Page) -> impl IntoView {
    let shoppers = move || {
        page.sandbox
            .with(|sandbox| sandbox.shoppers(page.platform().get()))
    };
    let known = move || {
        let shoppers = shoppers().into_iter();
        let row = |shopper: Credential| view! { <dt>{shopper.name}</dt><dd><code>{shopper.value}</code></dd> };
        shoppers.map(row).collect_view()
    };
    view! {
        <p class="about state good">
            "A store on this machine, running. "
            <a href=address() target="_blank" rel="noopener">"See its accounts"</a>
        </p>
        <details class="known">
            <summary>"Who has an account there already"</summary>
            <dl>{known}</dl>
        </details>
    }
}

/// How to start the sandbox, where it does not run.
pub fn absent(page: Page) -> impl IntoView {
    view! {
        <p class="about state bad">
            "The sandbox store is not running. Start it in the project’s folder with "
            <code>"cargo xtask serve"</code> ", or choose “My store”."
        </p>
        <button type="button" class="button" on:click=move |_| sandbox::ask(page)>
            "Look again"
        </button>
    }
}
