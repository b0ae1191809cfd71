//! The browser features that the page uses.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, UrlSearchParams};

/// The names and values in the URL's fragment.
pub fn fragment() -> Vec<(String, String)> {
    let hash = window().location().hash().unwrap_or_default();
    let Ok(params) = UrlSearchParams::new_with_str(hash.trim_start_matches('#')) else {
        return Vec::new();
    };
    let pairs = params.entries().into_iter().flatten();
    let pair = |pair: JsValue| {
        let pair = js_sys::Array::from(&pair);
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    };
    pairs.filter_map(pair).collect()
}

/// Replaces the fragment, without a new entry in the history.
pub fn set_fragment(pairs: &[(String, String)]) {
    let Ok(params) = UrlSearchParams::new() else {
        return;
    };
    for (name, text) in pairs {
        params.append(name, text);
    }
    let url = format!("#{}", String::from(params.to_string()));
    if let Ok(history) = window().history() {
        // Browsers limit the rate. The next change sets the fragment again.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&url));
    }
}

/// Copies a text. Returns whether the browser allowed it.
pub async fn copy(text: &str) -> bool {
    let copying = window().navigator().clipboard().write_text(text);
    JsFuture::from(copying).await.is_ok()
}

/// The time of day with seconds, in the format of the browser's locale.
pub fn time() -> String {
    js_sys::Date::new_0()
        .to_locale_time_string("default")
        .into()
}

/// Whether the window is wide enough for all columns.
pub fn is_wide() -> bool {
    let query = window().match_media("(min-width: 60rem)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// The languages of the form, each with its code and its own name. `languages.js` puts them onto the page.
pub fn languages() -> Vec<(String, String)> {
    let root = leptos::prelude::document().document_element();
    let list = root.and_then(|root| root.get_attribute("data-languages"));
    list.and_then(|list| serde_json::from_str(&list).ok())
        .unwrap_or_default()
}

/// The content of a `<meta>` element.
pub fn meta(name: &str) -> Option<String> {
    let selector = format!("meta[name='{name}']");
    let found = leptos::prelude::document().query_selector(&selector).ok()?;
    found?.get_attribute("content")
}

/// Focuses the element with this id.
pub fn focus(id: &str) {
    let found = leptos::prelude::document().get_element_by_id(id);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // The message is visible even if the browser refuses.
        let _ = element.focus();
    }
}

/// A number of at most eight digits. It changes every millisecond.
pub fn unique_number() -> u32 {
    (js_sys::Date::now() % 1e8) as u32
}
