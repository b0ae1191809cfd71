//! The views of the page.

mod code;
mod controls;
mod events;
mod faults;
mod fields;
mod groups;
mod header;
mod log;
mod settings;
mod snippet;
mod stage;
mod store;
mod tabs;
mod toolbar;
mod traffic;

use super::browser;
use super::state::State;
use leptos::prelude::*;

/// The whole page.
pub fn page(state: State) -> impl IntoView {
    view! {
        {header::header()}
        <main class="layout">
            <div class="intro">
                <h1>"Try your sign-up form"</h1>
                <p>"Choose a platform, register a shopper, and copy the form into your shop."</p>
            </div>
            {settings(state)}
            {stage::stage(state)}
            {tabs::tabs(state)}
        </main>
    }
}

/// All that the owner can choose. On a narrow screen it starts closed, so that the form comes first.
fn settings(state: State) -> impl IntoView {
    view! {
        <section class="settings" aria-label="Settings">
            {settings::platforms(state)}
            <details class="more-settings" open=browser::is_wide()>
                <summary>"Store, fields and options"</summary>
                {store::store(state)}
                {groups::groups(state)}
                {fields::fields(state)}
                {faults::faults(state)}
                {settings::extras(state)}
            </details>
        </section>
    }
}
