//! How the form is looked at.

use super::controls::attribute_segments;
use crate::app::{Page, browser};
use leptos::prelude::*;

const THEMES: &[(&str, &str)] = &[("", "Auto"), ("light", "Light"), ("dark", "Dark")];
const WIDTHS: &[(&str, &str)] = &[("", "Full"), ("tablet", "Tablet"), ("phone", "Phone")];
const DIRECTIONS: &[(&str, &str)] = &[
    ("", "Auto"),
    ("ltr", "Left to right"),
    ("rtl", "Right to left"),
];

/// Theme, width, direction and language of the form.
pub fn toolbar(page: Page) -> impl IntoView {
    let languages = Some(languages()).filter(|languages| languages.len() > 2);
    view! {
        <div class="toolbar">
            {attribute_segments(page, "theme", "Theme", THEMES)}
            {attribute_segments(page, "width", "Width", WIDTHS)}
            {select(page, "dir", "Direction", options(DIRECTIONS))}
            {languages.map(|languages| select(page, "lang", "Language", languages))}
        </div>
    }
}

fn options(options: &[(&str, &str)]) -> Vec<(String, String)> {
    options
        .iter()
        .map(|(value, label)| ((*value).to_owned(), (*label).to_owned()))
        .collect()
}

/// Automatic, then each language. Fewer than two languages are no choice.
fn languages() -> Vec<(String, String)> {
    let automatic = (String::new(), "Auto".to_owned());
    std::iter::once(automatic)
        .chain(browser::languages())
        .collect()
}

fn select(
    page: Page,
    name: &'static str,
    label: &'static str,
    options: Vec<(String, String)>,
) -> impl IntoView {
    let text = page.text(name);
    let option = |(value, label): (String, String)| {
        let own = value.clone();
        view! { <option value=value prop:selected=move || text.get() == own>{label}</option> }
    };
    let options: Vec<_> = options.into_iter().map(option).collect();
    view! {
        <label class="select">
            <span>{label}</span>
            <select on:change:target=move |event| page.set_text(name, &event.target().value())>{options}</select>
        </label>
    }
}
