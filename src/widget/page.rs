//! What the widget reads from its element and the page.

use crate::registration::field::Control;
use crate::registration::json::{Json, read};
use crate::registration::message::Catalogue;
use crate::registration::rules::tick::TICKED;
use crate::registration::settings::Settings;
use crate::registration::url::{SecurityContext, is_loopback};
use js_sys::{Array, JSON, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, window};

/// The attributes of the element, with its effective language.
pub fn settings(host: &HtmlElement, language: String) -> Settings {
    // The first `lang` counts, so it comes before the attribute.
    let mut attributes = vec![("lang".to_owned(), language)];
    let names = host.get_attribute_names().into_iter();
    let names = names.filter_map(|name| name.as_string());
    attributes.extend(names.filter_map(|name| {
        let value = host.get_attribute(&name)?;
        Some((name, value))
    }));
    Settings::new(attributes, security_context())
}

/// The element's property `metadata`, if it is an object that JSON can hold.
pub fn metadata(host: &HtmlElement) -> Option<Json> {
    let text = JSON::stringify(&property(host, "metadata")).ok()?;
    let json = read(&text.as_string()?)?;
    matches!(json, Json::Object(_)).then_some(json)
}

/// The absolute URL of a request. A path belongs to the origin of the page, whatever its `<base>` says.
/// `None` if the page has no origin.
pub fn resolve(url: &str) -> Option<String> {
    if !url.starts_with('/') {
        return Some(url.to_owned());
    }
    let origin = window()?.origin();
    (origin != "null").then(|| [&origin, url].concat())
}

/// Goes to a URL like a link does, with the page's `<base target>`.
pub fn follow(address: &str) {
    let link = window()
        .and_then(|window| window.document())
        .and_then(|document| document.create_element("a").ok());
    if let Some(link) = link {
        let _ = link.set_attribute("href", address);
        link.unchecked_into::<HtmlElement>().click();
    }
}

/// A text of the element's property `values`. A number is a text, and a password is never prefilled.
pub fn prefilled(host: &HtmlElement, name: &str, control: Control) -> Option<String> {
    if control == Control::Password {
        return None;
    }
    let value = property(&property(host, "values"), name);
    match value.as_bool() {
        Some(true) => Some(TICKED.to_owned()),
        _ if value.is_bigint() || value.as_f64().is_some() => {
            Some(value.unchecked_into::<js_sys::Object>().to_string().into())
        }
        _ => value.as_string(),
    }
}

/// The messages of a form, from pairs of key and text in the order of `Message::ALL`.
pub fn catalogue(messages: &Array) -> Catalogue {
    Catalogue::new(pairs(messages))
}

/// The texts of an array of pairs.
pub fn pairs(array: &Array) -> Vec<(String, String)> {
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    let mut texts = Vec::new();
    for entry in array.iter() {
        let pair = Array::from(&entry);
        texts.push((text(pair.get(0)), text(pair.get(1))));
    }
    texts
}

/// What the browser says about the origin of the page.
pub fn security_context() -> SecurityContext {
    let Some(window) = window() else {
        return SecurityContext::default();
    };
    let host = window.location().hostname().unwrap_or_default();
    SecurityContext {
        is_secure: window.is_secure_context(),
        is_loopback: is_loopback(&host),
    }
}

fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
