//! The toolbar above the form.

use super::controls::attribute_segments;
use crate::app::browser;
use crate::app::state::State;
use leptos::prelude::*;

const THEMES: &[(&str, &str)] = &[("", "Auto"), ("light", "Light"), ("dark", "Dark")];
const WIDTHS: &[(&str, &str)] = &[("", "Full"), ("tablet", "Tablet"), ("phone", "Phone")];
const DIRECTIONS: &[(&str, &str)] = &[
    ("", "Auto"),
    ("ltr", "Left to right"),
    ("rtl", "Right to left"),
];

/// Theme, width, direction and language of the form.
pub fn toolbar(state: State) -> impl IntoView {
    // With one language there is nothing to choose.
    let languages = Some(languages()).filter(|languages| languages.len() > 2);
    view! {
        <div class="toolbar">
            {attribute_segments(state, "theme", "Theme", THEMES)}
            {attribute_segments(state, "width", "Width", WIDTHS)}
            {select(state, "dir", "Direction", options(DIRECTIONS))}
            {languages.map(|languages| select(state, "lang", "Language", languages))}
        </div>
    }
}

fn options(options: &[(&str, &str)]) -> Vec<(String, String)> {
    options
        .iter()
        .map(|(value, label)| ((*value).to_owned(), (*label).to_owned()))
        .collect()
}

/// Automatic, then each language.
fn languages() -> Vec<(String, String)> {
    let automatic = (String::new(), "Auto".to_owned());
    std::iter::once(automatic)
        .chain(browser::languages())
        .collect()
}

fn select(
    state: State,
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
) -> impl IntoView {
    let text = state.text(name);
    let option = |(value, label): (String, String)| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || text.get() == own>{label}</option> }
    };
    let options: Vec<_> = options.into_iter().map(option).collect();
    view! {
        <label class="select">
            <span>{label}</span>
            <select on:change:target=move |event| state.set_text(name, &event.target().value())>{options}</select>
        </label>
    }
}
