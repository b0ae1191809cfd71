//! What the page shows.

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

use super::{Page, browser};
use leptos::prelude::*;

/// The whole page.
pub fn page(page: Page) -> impl IntoView {
    view! {
        {header::header()}
        <main class="layout">
            <div class="intro">
                <h1>"Try your sign-up form"</h1>
                <p>"Choose a platform, register a shopper, and copy the form into your shop."</p>
            </div>
            {settings(page)}
            {stage::stage(page)}
            {tabs::tabs(page)}
        </main>
    }
}

/// Everything that the owner chooses. On a narrow screen it opens on demand: the form comes first.
fn settings(page: Page) -> impl IntoView {
    view! {
        <section class="settings" aria-label="Settings">
            {settings::platforms(page)}
            <details class="more-settings" open=browser::is_wide()>
                <summary>"Store, fields and options"</summary>
                {store::store(page)}
                {groups::groups(page)}
                {fields::fields(page)}
                {faults::faults(page)}
                {settings::extras(page)}
            </details>
        </section>
    }
}
