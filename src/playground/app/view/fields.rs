use crate::app::state::State;
use crate::owner::setup::FieldMode;
use leptos::prelude::*;
use storefront_signup::registration::field::Field;
use storefront_signup::registration::platform::{Platform, find};

const OPTIONS: [(FieldMode, &str, &str); 3] = [
    (FieldMode::Hidden, "no", "Not shown"),
    (FieldMode::Optional, "optional", "Optional"),
    (FieldMode::Required, "required", "Required"),
];

/// The form's fields: those that the platform requires, and those that the owner can add.
pub fn fields(state: State) -> impl IntoView {
    let platform = state.platform();
    let rows = move || find(platform.get()).map(|platform| rows(state, platform));
    view! {
        <div class="card">
            <h2>"Fields"</h2>
            <ul class="fields">{rows}</ul>
        </div>
    }
}

fn rows(state: State, platform: &'static Platform) -> impl IntoView + use<> {
    let always = platform
        .required
        .iter()
        .map(|field| always(field).into_any());
    let optional = platform
        .optional
        .iter()
        .map(|field| optional(state, field).into_any());
    always.chain(optional).collect_view()
}

fn always(field: &'static Field) -> impl IntoView {
    view! {
        <li class="field-row">
            <span>{field.label.english()}</span>
            <span class="aside">"Always"</span>
        </li>
    }
}

fn optional(state: State, field: &'static Field) -> impl IntoView {
    let id = format!("ask-{}", field.name);
    let chosen = Memo::new(move |_| state.setup.with(|setup| setup.field_mode(field)));
    let options = OPTIONS.map(|(mode, value, label)| {
        view! { <option value=value prop:selected=move || chosen.get() == mode>{label}</option> }
    });
    let choose = move |value: String| {
        let found = OPTIONS.iter().find(|(_, name, _)| *name == value);
        let mode = found.map(|(mode, ..)| *mode).unwrap_or_default();
        state
            .setup
            .update(|setup| setup.set_field_mode(field.name, mode));
    };
    view! {
        <li class="field-row">
            <label for=id.clone()>{field.label.english()}</label>
            <select id=id on:change:target=move |event| choose(event.target().value())>{options}</select>
        </li>
    }
}
