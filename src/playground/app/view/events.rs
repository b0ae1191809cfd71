use super::log;
use crate::app::events::ElementEvent;
use crate::app::state::State;
use leptos::prelude::*;
use serde_json::Value;

/// The events of the element, newest first.
pub fn events(state: State) -> impl IntoView {
    view! {
        {log::head("The events that the element sends to the page. None contains a password.", state.events)}
        <ol class="log" aria-label="Events">
            <For each=move || state.events.get() key=|event| event.id children=entry />
        </ol>
        {log::empty("No events yet.", state.events)}
    }
}

fn entry(event: ElementEvent) -> impl IntoView {
    let detail = short(&event.detail);
    view! {
        <li class="entry">
            <div class="entry-line">
                <span class=format!("badge {}", badge_class(event.name))>{event.name}</span>
                <time class="aside">{event.time}</time>
            </div>
            <pre tabindex="0" aria-label="Detail"><code>{detail}</code></pre>
        </li>
    }
}

/// The detail, on one line if it fits.
fn short(detail: &Value) -> String {
    let line = detail.to_string();
    match line.len() {
        0..=60 => line,
        _ => serde_json::to_string_pretty(detail).unwrap_or(line),
    }
}

fn badge_class(name: &str) -> &'static str {
    match name {
        "signup-success" => "good",
        "signup-error" => "bad",
        "signup-invalid" => "warn",
        _ => "",
    }
}
