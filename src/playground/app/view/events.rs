use super::log;
use crate::app::Page;
use crate::app::events::Heard;
use leptos::prelude::*;
use serde_json::Value;

/// What a page around the form hears, the newest first.
pub fn events(page: Page) -> impl IntoView {
    view! {
        {log::head("What a page hears from the element. No event carries a password.", page.events)}
        <ol class="log" aria-label="Events">
            <For each=move || page.events.get() key=|heard| heard.id children=entry />
        </ol>
        {log::nothing("Nothing yet.", page.events)}
    }
}

fn entry(heard: Heard) -> impl IntoView {
    let detail = short(&heard.detail);
    view! {
        <li class="entry">
            <div class="entry-line">
                <span class=format!("badge {}", state(heard.name))>{heard.name}</span>
                <time class="aside">{heard.time}</time>
            </div>
            <pre tabindex="0" aria-label="Detail"><code>{detail}</code></pre>
        </li>
    }
}

/// On one line if it fits.
fn short(detail: &Value) -> String {
    let line = detail.to_string();
    match line.len() {
        0..=60 => line,
        _ => serde_json::to_string_pretty(detail).unwrap_or(line),
    }
}

fn state(name: &str) -> &'static str {
    match name {
        "signup-success" => "good",
        "signup-error" => "bad",
        "signup-invalid" => "warn",
        _ => "",
    }
}
