//! The choice of the platform, and the attributes that most pages do not need.

use super::controls;
use crate::app::state::State;
use crate::owner::common::{EXTRAS, NO_SHADOW};
use leptos::prelude::*;
use storefront_signup::registration::platform::{Platform, REGISTRY};

/// The choice of the platform.
pub fn platforms(state: State) -> impl IntoView {
    let options: Vec<_> = REGISTRY
        .iter()
        .map(|platform| option(state, platform))
        .collect();
    view! {
        <fieldset class="card platforms">
            <legend>"Platform"</legend>
            <div class="tiles">{options}</div>
        </fieldset>
    }
}

fn option(state: State, platform: &'static Platform) -> impl IntoView {
    let is_chosen = move || state.setup.with(|setup| setup.platform.id == platform.id);
    view! {
        <label class="tile">
            <input
                type="radio"
                name="platform"
                value=platform.id
                prop:checked=is_chosen
                on:change=move |_| state.set_platform(platform)
            />
            <span>{platform.title}</span>
        </label>
    }
}

/// Links, the time limit, and the shadow root.
pub fn extras(state: State) -> impl IntoView {
    let extras: Vec<_> = EXTRAS
        .iter()
        .map(|extra| controls::setting(state, extra))
        .collect();
    let no_shadow = state.text(NO_SHADOW);
    let set = move |is_set: bool| state.set_text(NO_SHADOW, if is_set { "yes" } else { "" });
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
                    " renders the form without a shadow root, for password managers that miss it."
                </span>
            </label>
        </details>
    }
}
