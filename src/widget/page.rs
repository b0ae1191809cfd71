//! What the widget reads from the page around it.

use crate::registration::address::{Page, is_loopback};
use crate::registration::field::Control;
use crate::registration::form::Form;
use crate::registration::json::{Json, read};
use crate::registration::message::Catalogue;
use crate::registration::settings::Settings;
use crate::registration::values::Values;
use js_sys::{JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlInputElement, Url, window};

/// The owner's settings: the element's attributes, and its property `metadata`.
pub fn settings(host: &HtmlElement) -> Settings {
    let names = host.get_attribute_names().into_iter();
    let names = names.filter_map(|name| name.as_string());
    let attributes = names.filter_map(|name| {
        let value = host.get_attribute(&name)?;
        Some((name, value))
    });
    let metadata = property(host, "metadata");
    let metadata = JSON::stringify(&metadata)
        .ok()
        .and_then(|text| text.as_string());
    let metadata = metadata.and_then(|text| read(&text));
    let object = metadata.filter(|json| matches!(json, Json::Object(_)));
    Settings::new(attributes.collect(), object, page())
}

/// A text of the element's property `values`. A password is never prefilled.
pub fn prefilled(host: &HtmlElement, name: &str, control: Control) -> Option<String> {
    if control == Control::Password {
        return None;
    }
    property(&property(host, "values"), name).as_string()
}

/// The words of a language and of the owner, from an object of texts by their keys.
pub fn catalogue(words: &Object) -> Catalogue {
    let entries = Object::entries(words).into_iter();
    let texts = entries.filter_map(|entry| {
        let pair = js_sys::Array::from(&entry);
        Some((pair.get(0).as_string()?, pair.get(1).as_string()?))
    });
    Catalogue::new(texts.collect())
}

/// The control of a field. What stands in it is what is sent, whoever put it there.
pub fn control(container: &HtmlElement, name: &str) -> Option<HtmlInputElement> {
    let selector = ["[name='", name, "']"].concat();
    let found = container.query_selector(&selector).ok()??;
    found.dyn_into().ok()
}

/// The texts of all controls.
pub fn texts(container: &HtmlElement, form: &Form) -> Values {
    let text = |asked: crate::registration::form::Asked| {
        let value = control(container, asked.field.name)?.value();
        let value = match asked.field.control {
            Control::Email => ascii_domain(&value).unwrap_or(value),
            _ => value,
        };
        Some((asked.field.name, value))
    };
    form.fields().filter_map(text).collect()
}

/// An email with its domain as the network has it, where it has letters beyond ASCII.
fn ascii_domain(email: &str) -> Option<String> {
    let (local, domain) = email.trim().rsplit_once('@')?;
    if domain.is_ascii() {
        return None;
    }
    let url = Url::new(&["https://", domain].concat()).ok()?;
    Some([local, "@", &url.hostname()].concat())
}

/// Where the page runs.
pub fn page() -> Page {
    let Some(window) = window() else {
        return Page::default();
    };
    let host = window.location().hostname().unwrap_or_default();
    Page {
        is_secure: window.is_secure_context(),
        is_loopback: is_loopback(&host),
    }
}

fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or(JsValue::UNDEFINED)
}
