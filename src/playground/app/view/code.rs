use crate::app::browser;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen_futures::spawn_local;

const SHOWN_FOR: Duration = Duration::from_secs(3);

/// Text with a button that copies it. Screen readers announce the result.
pub fn code(title: &'static str, text: Memo<String>) -> impl IntoView {
    let outcome = RwSignal::new("");
    let copy = move |_| {
        spawn_local(async move {
            let is_copied = browser::copy(&text.get_untracked()).await;
            outcome.set(if is_copied {
                "Copied"
            } else {
                "Select the text and copy it by hand"
            });
            set_timeout(move || outcome.set(""), SHOWN_FOR);
        });
    };
    view! {
        <div class="code">
            <div class="code-head">
                <h3>{title}</h3>
                <span class="outcome" role="status">{outcome}</span>
                <button type="button" class="button" aria-label=format!("Copy: {title}") on:click=copy>"Copy"</button>
            </div>
            <pre><code>{text}</code></pre>
        </div>
    }
}
