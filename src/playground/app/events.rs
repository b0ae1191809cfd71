//! The events that the element dispatches.

use super::browser;
use crate::secret::mask;
use js_sys::JSON;
use leptos::prelude::*;
use serde_json::Value;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, Event};

/// The log keeps this many events.
const CAPACITY: usize = 60;
const NAMES: [&str; 5] = [
    "signup-ready",
    "signup-invalid",
    "signup-submit",
    "signup-success",
    "signup-error",
];

/// An event of the element. Its detail is masked.
#[derive(Clone)]
pub struct ElementEvent {
    /// A number that no other event has.
    pub id: usize,
    /// The time of day.
    pub time: String,
    /// The event's name.
    pub name: &'static str,
    /// Its detail.
    pub detail: Value,
}

impl ElementEvent {
    /// A string in the detail; empty if it is missing.
    pub fn text(&self, key: &str) -> &str {
        self.detail
            .get(key)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }
}

/// Adds each event to `events` from now on.
pub fn listen(events: RwSignal<Vec<ElementEvent>>) {
    for name in NAMES {
        let handle = window_event_listener_untyped(name, move |event| record(events, name, &event));
        on_cleanup(move || handle.remove());
    }
}

fn record(events: RwSignal<Vec<ElementEvent>>, name: &'static str, event: &Event) {
    let detail = event.unchecked_ref::<CustomEvent>().detail();
    let text = JSON::stringify(&detail)
        .ok()
        .and_then(|text| text.as_string());
    let mut detail = text
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or(Value::Null);
    mask::value(&mut detail);
    events.update(|events| {
        let id = events.first().map_or(0, |newest| newest.id + 1);
        let time = browser::time();
        events.insert(
            0,
            ElementEvent {
                id,
                time,
                name,
                detail,
            },
        );
        events.truncate(CAPACITY);
    });
}
