//! What the element tells the page.

use super::{Page, browser};
use crate::secret::mask;
use js_sys::JSON;
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Event};

/// How many are kept.
const MOST: usize = 60;
const NAMES: [&str; 5] = [
    "signup-ready",
    "signup-invalid",
    "signup-submit",
    "signup-success",
    "signup-error",
];

/// An event of the element. Its detail is masked.
#[derive(Clone)]
pub struct Heard {
    /// A number that no other event has.
    pub id: usize,
    /// The time of day.
    pub time: String,
    /// The event's name.
    pub name: &'static str,
    /// Its detail.
    pub detail: Value,
}

impl Heard {
    /// A text of the detail, empty where it has none.
    pub fn text(&self, key: &str) -> &str {
        self.detail
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }
}

/// Keeps the events of the page from now on.
pub fn listen(page: Page) {
    for name in NAMES {
        let handle = window_event_listener_untyped(name, move |event| note(page, name, &event));
        on_cleanup(move || handle.remove());
    }
}

fn note(page: Page, name: &'static str, event: &Event) {
    let detail = event.unchecked_ref::<CustomEvent>().detail();
    let text = JSON::stringify(&detail)
        .ok()
        .and_then(|text| text.as_string());
    let mut detail = text
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or(Value::Null);
    mask::value(&mut detail);
    page.events.update(|events| {
        let id = events.first().map_or(0, |newest| newest.id + 1);
        let time = browser::time();
        events.insert(
            0,
            Heard {
                id,
                time,
                name,
                detail,
            },
        );
        events.truncate(MOST);
    });
}
