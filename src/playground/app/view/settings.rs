//! The choice of the platform, and the attributes that most pages do not need.

use super::controls;
use crate::app::element::SUCCESS_URL;
use crate::app::state::State;
use crate::owner::common;
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
    let extras: Vec<_> = common::extras()
        .map(|extra| controls::setting(state, extra.setting()))
        .collect();
    view! {
        <details class="card">
            <summary>"Links and more"</summary>
            {extras}
            <p class="about">
                <code>{SUCCESS_URL}</code>
                " is in the snippet only, because here it would leave this page."
            </p>
        </details>
    }
}
