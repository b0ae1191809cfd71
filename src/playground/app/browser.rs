//! What the page asks of the browser.

use leptos::prelude::window;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{HtmlElement, UrlSearchParams};

/// The names and texts of the address' fragment.
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
    let address = format!("#{}", String::from(params.to_string()));
    if let Ok(history) = window().history() {
        // A browser may refuse it when it comes too often: the next change brings it along.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Copies a text. `false` when the browser refuses.
pub async fn copy(text: &str) -> bool {
    let copying = window().navigator().clipboard().write_text(text);
    JsFuture::from(copying).await.is_ok()
}

/// The time of day as the owner's browser writes it, with seconds.
pub fn time() -> String {
    js_sys::Date::new_0()
        .to_locale_time_string("default")
        .into()
}

/// Whether the window is wide enough for everything side by side.
pub fn is_wide() -> bool {
    let query = window().match_media("(min-width: 60rem)").ok().flatten();
    query.is_some_and(|query| query.matches())
}

/// The languages of the form: code and own name. `languages.js` left them on the page.
pub fn languages() -> Vec<(String, String)> {
    let root = leptos::prelude::document().document_element();
    let list = root.and_then(|root| root.get_attribute("data-languages"));
    list.and_then(|list| serde_json::from_str(&list).ok())
        .unwrap_or_default()
}

/// What a `<meta>` of the page says.
pub fn meta(name: &str) -> Option<String> {
    let selector = format!("meta[name='{name}']");
    let found = leptos::prelude::document().query_selector(&selector).ok()?;
    found?.get_attribute("content")
}

/// Puts the focus on the element with an id.
pub fn focus(id: &str) {
    let found = leptos::prelude::document().get_element_by_id(id);
    if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // A browser may refuse; the sentence stands there all the same.
        let _ = element.focus();
    }
}

/// A number of at most eight digits that is another one in the next millisecond.
pub fn number() -> u32 {
    (js_sys::Date::now() % 1e8) as u32
}
