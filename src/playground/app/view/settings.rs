//! Which platform, and what most pages can do without.

use super::controls;
use crate::app::Page;
use crate::owner::common::{EXTRAS, NO_SHADOW};
use leptos::prelude::*;
use storefront_signup::registration::platform::{Platform, REGISTRY};

/// All platforms, one to choose.
pub fn platforms(page: Page) -> impl IntoView {
    let options: Vec<_> = REGISTRY
        .iter()
        .map(|platform| option(page, platform))
        .collect();
    view! {
        <fieldset class="card platforms">
            <legend>"Platform"</legend>
            <div class="tiles">{options}</div>
        </fieldset>
    }
}

fn option(page: Page, platform: &'static Platform) -> impl IntoView {
    let is_chosen = move || page.setup.with(|setup| setup.platform.id == platform.id);
    view! {
        <label class="tile">
            <input
                type="radio"
                name="platform"
                value=platform.id
                prop:checked=is_chosen
                on:change=move |_| page.choose(platform)
            />
            <span>{platform.title}</span>
        </label>
    }
}

/// Links, the time limit, and the shadow root.
pub fn extras(page: Page) -> impl IntoView {
    let extras: Vec<_> = EXTRAS
        .iter()
        .map(|extra| controls::setting(page, extra))
        .collect();
    let no_shadow = page.text(NO_SHADOW);
    let set = move |is_set: bool| page.set_text(NO_SHADOW, if is_set { "yes" } else { "" });
    view! {
        <details class="card">
            <summary>"Links and more"</summary>
            {extras}
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || !no_shadow.get().is_empty()
                    on:change:target=move |event| set(event.target().checked())
                />
                <span>
                    <code>{NO_SHADOW}</code>
                    " puts the form into the page itself, for password managers that miss a shadow root."
                </span>
            </label>
        </details>
    }
}
