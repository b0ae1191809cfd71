//! The tabs: snippet, traffic and events.

use super::{events, snippet, traffic};
use crate::app::state::State;
use leptos::html;
use leptos::prelude::*;
use web_sys::KeyboardEvent;

const COUNT: usize = 3;

#[derive(Clone, Copy)]
struct Tab {
    index: usize,
    title: &'static str,
    /// The number of entries, for a tab that is a log.
    entries: Option<Memo<usize>>,
    button: NodeRef<html::Button>,
}

/// The tabs pattern of the ARIA Authoring Practices: arrow keys, Home and End move the focus.
pub fn tabs(state: State) -> impl IntoView {
    let chosen = RwSignal::new(0);
    let exchanges = Memo::new(move |_| state.exchanges.with(Vec::len));
    let events = Memo::new(move |_| state.events.with(Vec::len));
    let tabs = [
        ("Snippet", None),
        ("Traffic", Some(exchanges)),
        ("Events", Some(events)),
    ];
    let mut index = 0..COUNT;
    let tabs = tabs.map(|(title, entries)| Tab {
        index: index.next().unwrap_or_default(),
        title,
        entries,
        button: NodeRef::new(),
    });
    let on_key = move |event: KeyboardEvent| {
        let next = next(&event.key(), chosen.get_untracked());
        if let Some(tab) = next.and_then(|next| tabs.get(next)) {
            event.prevent_default();
            chosen.set(tab.index);
            tab.button.get_untracked().map(|button| button.focus());
        }
    };
    view! {
        <section class="inspector" aria-label="Snippet, traffic and events">
            <div class="tabs" role="tablist" aria-label="About the form" on:keydown=on_key>
                {tabs.map(|tab| button(tab, chosen))}
            </div>
            {panel(0, chosen, snippet::snippet(state).into_any())}
            {panel(1, chosen, traffic::traffic(state).into_any())}
            {panel(2, chosen, self::events::events(state).into_any())}
        </section>
    }
}

fn next(key: &str, index: usize) -> Option<usize> {
    match key {
        "ArrowRight" => Some((index + 1) % COUNT),
        "ArrowLeft" => Some((index + COUNT - 1) % COUNT),
        "Home" => Some(0),
        "End" => Some(COUNT - 1),
        _ => None,
    }
}

fn button(tab: Tab, chosen: RwSignal<usize>) -> impl IntoView {
    let is_chosen = move || chosen.get() == tab.index;
    view! {
        <button
            type="button"
            class="tab"
            role="tab"
            id=format!("tab-{}", tab.index)
            aria-controls=format!("panel-{}", tab.index)
            aria-selected=move || is_chosen().to_string()
            tabindex=move || if is_chosen() { "0" } else { "-1" }
            node_ref=tab.button
            on:click=move |_| chosen.set(tab.index)
        >
            {tab.title}
            {tab.entries.map(|count| view! { <span class="count">{move || count.get()}</span> })}
        </button>
    }
}

fn panel(index: usize, chosen: RwSignal<usize>, content: AnyView) -> impl IntoView {
    view! {
        <div
            class="panel"
            role="tabpanel"
            id=format!("panel-{index}")
            aria-labelledby=format!("tab-{index}")
            tabindex="0"
            hidden=move || chosen.get() != index
        >
            {content}
        </div>
    }
}
