use crate::app::sandbox;
use leptos::prelude::*;

/// The product's name, and a link to the sandbox's accounts.
pub fn header() -> impl IntoView {
    view! {
        <header class="bar">
            <p class="brand">
                <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
                    <rect width="32" height="32" rx="9" fill="var(--accent)" />
                    <path
                        d="M8 13l1.6-5h12.8l1.6 5a2.7 2.7 0 0 1-5.3 0 2.7 2.7 0 0 1-5.4 0 2.7 2.7 0 0 1-5.3 0zM10 18.5V24h12v-5.5"
                        fill="none"
                        stroke="var(--on-accent)"
                        stroke-width="2"
                        stroke-linejoin="round"
                        stroke-linecap="round"
                    />
                </svg>
                <span>"Storefront Signup"</span>
            </p>
            <nav aria-label="Sandbox">
                <a class="button quiet" href=sandbox::url() target="_blank" rel="noopener">"Sandbox accounts"</a>
            </nav>
        </header>
    }
}
