//! Small controls that several parts of the page use.

use crate::app::state::State;
use leptos::prelude::*;
use storefront_signup::registration::secret::is_named;
use storefront_signup::registration::settings::Setting;

/// A choice of one option, side by side. `options` are values and their labels.
pub fn segments(
    name: &'static str,
    legend: &'static str,
    options: &'static [(&'static str, &'static str)],
    chosen: impl Fn() -> String + Copy + Send + Sync + 'static,
    choose: impl Fn(&str) + Copy + Send + 'static,
) -> impl IntoView {
    let option = |&(value, label): &(&'static str, &'static str)| {
        view! {
            <label class="segment">
                <input
                    type="radio"
                    name=name
                    value=value
                    prop:checked=move || chosen() == value
                    on:change=move |_| choose(value)
                />
                <span>{label}</span>
            </label>
        }
    };
    let options: Vec<_> = options.iter().map(option).collect();
    view! {
        <fieldset class="segments">
            <legend>{legend}</legend>
            <div class="track">{options}</div>
        </fieldset>
    }
}

/// [`segments`] that set an attribute.
pub fn attribute_segments(
    state: State,
    name: &'static str,
    legend: &'static str,
    options: &'static [(&'static str, &'static str)],
) -> impl IntoView + use<> {
    let text = state.text(name);
    segments(
        name,
        legend,
        options,
        move || text.get(),
        move |value| state.set_text(name, value),
    )
}

/// The control of an attribute: a checkbox for a switch, else a text field.
pub fn setting(state: State, setting: Setting) -> AnyView {
    match setting.is_switch() {
        true => switch(state, setting).into_any(),
        false => text(state, setting).into_any(),
    }
}

fn switch(state: State, setting: Setting) -> impl IntoView + use<> {
    let Setting {
        name,
        example,
        about,
        ..
    } = setting;
    let text = state.text(name);
    let set = move |is_on: bool| state.set_text(name, if is_on { example } else { "" });
    view! {
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || !text.get().is_empty()
                on:change:target=move |event| set(event.target().checked())
            />
            <span><code>{name}</code> " " {prose(about)}</span>
        </label>
    }
}

/// A text field. It takes effect on `change`, so that the form does not change with each key.
fn text(state: State, setting: Setting) -> impl IntoView + use<> {
    let Setting {
        name,
        example,
        about,
        is_required,
    } = setting;
    let text = state.text(name);
    let [id, about_id] = ["setting", "about"].map(|part| format!("{part}-{name}"));
    view! {
        <div class="setting">
            <label for=id.clone()>
                <code>{name}</code>
                {is_required.then(|| view! { <span class="aside">"required"</span> })}
            </label>
            <input
                id=id
                type=if is_named(name) { "password" } else { "text" }
                placeholder=example
                aria-describedby=about_id.clone()
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                prop:value=move || text.get()
                on:change:target=move |event| state.set_text(name, &event.target().value())
            />
            <p class="about" id=about_id>{prose(&capitalised(about))}</p>
        </div>
    }
}

/// A sentence, with the parts between backticks as code.
pub fn prose(text: &str) -> impl IntoView + use<> {
    let part = |(index, part): (usize, &str)| match index % 2 {
        0 => part.to_owned().into_any(),
        _ => view! { <code>{part.to_owned()}</code> }.into_any(),
    };
    text.split('`').enumerate().map(part).collect_view()
}

/// The text with a capital letter at its start.
pub fn capitalised(text: &str) -> String {
    let mut characters = text.chars();
    let first = characters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(characters).collect()
}
