use leptos::prelude::*;

/// The head of a log: a sentence about it, and a button that empties it.
pub fn head<T: Send + Sync + 'static>(
    about: &'static str,
    entries: RwSignal<Vec<T>>,
) -> impl IntoView {
    view! {
        <div class="log-head">
            <p class="about">{about}</p>
            <button
                type="button"
                class="button"
                hidden=move || entries.with(Vec::is_empty)
                on:click=move |_| entries.set(Vec::new())
            >
                "Clear"
            </button>
        </div>
    }
}

/// The text in place of an empty log.
pub fn empty<T: Send + Sync + 'static>(
    text: &'static str,
    entries: RwSignal<Vec<T>>,
) -> impl IntoView {
    view! { <p class="empty" hidden=move || !entries.with(Vec::is_empty)>{text}</p> }
}
