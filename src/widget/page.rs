//! What the widget reads from the page around it.

use crate::registration::address::{Page, is_loopback};
use crate::registration::field::Control;
use crate::registration::form::Form;
use crate::registration::json::{Json, read};
use crate::registration::message::Catalogue;
use crate::registration::rules::country;
use crate::registration::settings::Settings;
use crate::registration::values::Values;
use js_sys::Intl::{Collator, DisplayNames};
use js_sys::{Array, Function, JSON, Object, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlElement, HtmlInputElement, Url, window};

/// What the text of a ticked box is.
const TICKED: &str = "true";

/// The owner's settings: the element's attributes, and its property `metadata`.
pub fn settings(host: &HtmlElement) -> Settings {
    let names = host.get_attribute_names().into_iter();
    let names = names.filter_map(|name| name.as_string());
    let attributes = names.filter_map(|name| {
        let value = host.get_attribute(&name)?;
        Some((name, value))
    });
    let mut attributes: Vec<_> = attributes.collect();
    // Behind the element's own, which is the nearest if it has one.
    attributes.extend(language(host).map(|tag| ("lang".to_owned(), tag)));
    let metadata = property(host, "metadata");
    let metadata = JSON::stringify(&metadata)
        .ok()
        .and_then(|text| text.as_string());
    let metadata = metadata.and_then(|text| read(&text));
    let object = metadata.filter(|json| matches!(json, Json::Object(_)));
    Settings::new(attributes, object, page())
}

/// The language that the page has around an element.
fn language(host: &HtmlElement) -> Option<String> {
    host.closest("[lang]").ok()??.get_attribute("lang")
}

/// A text of the element's property `values`. A password is never prefilled.
pub fn prefilled(host: &HtmlElement, name: &str, control: Control) -> Option<String> {
    if control == Control::Password {
        return None;
    }
    let value = property(&property(host, "values"), name);
    match value.as_bool() {
        Some(true) => Some(TICKED.to_owned()),
        _ => value.as_string(),
    }
}

/// The words of a language and of the owner, from pairs of key and text in the messages' order.
pub fn catalogue(words: &Array) -> Catalogue {
    let text = |value: JsValue| value.as_string().unwrap_or_default();
    let mut texts = Vec::new();
    for entry in words.iter() {
        let pair = Array::from(&entry);
        texts.push((text(pair.get(0)), text(pair.get(1))));
    }
    Catalogue::new(texts)
}

/// Opens a connection to a store before it is needed. `None` where there is no need, or no way.
pub fn preconnect(address: &str, with_cookies: bool) -> Option<()> {
    let document = window()?.document()?;
    let known = ["link[rel=preconnect][href='", address, "']"].concat();
    if document.query_selector(&known).ok()?.is_some() {
        return None;
    }
    let link = document.create_element("link").ok()?;
    // Browsers keep connections with cookies apart from those without.
    let cookies = match with_cookies {
        true => "use-credentials",
        false => "anonymous",
    };
    link.set_attribute("rel", "preconnect").ok()?;
    link.set_attribute("crossorigin", cookies).ok()?;
    link.set_attribute("href", address).ok()?;
    // In a shadow root it would be ignored.
    let head = document.query_selector("head").ok()??;
    head.append_child(&link).ok()?;
    Some(())
}

/// The control of a field. What stands in it is what is sent, whoever put it there.
///
/// A `<select>` comes as an input, too: what is used of it has the same names there.
pub fn control(container: &HtmlElement, name: &str) -> Option<HtmlInputElement> {
    let selector = ["[name='", name, "']"].concat();
    let found = container.query_selector(&selector).ok()??;
    Some(found.unchecked_into())
}

/// The texts of all controls.
pub fn texts(container: &HtmlElement, form: &Form) -> Values {
    let text = |asked: crate::registration::form::Asked| {
        let control = control(container, asked.field.name)?;
        Some((asked.field.name, text(&control, asked.field.control)))
    };
    form.fields().filter_map(text).collect()
}

fn text(control: &HtmlInputElement, kind: Control) -> String {
    let value = control.value();
    match kind {
        Control::Checkbox if control.checked() => TICKED.to_owned(),
        Control::Checkbox => String::new(),
        Control::Email => ascii_domain(&value).unwrap_or(value),
        _ => value,
    }
}

/// Puts a text into a control.
pub fn set_text(control: &HtmlInputElement, kind: Control, text: &str) {
    match kind {
        Control::Checkbox => control.set_checked(text == TICKED),
        _ => control.set_value(text),
    }
}

/// The codes of all countries with their names in a language that the browser can read, in its order.
pub fn countries(language: &str) -> Vec<(String, String)> {
    let locales = Array::new();
    if !language.is_empty() {
        locales.push(&language.into());
    }
    let options = Object::new();
    let _ = Reflect::set(&options, &"type".into(), &"region".into());
    let names = DisplayNames::new(&locales, &options);
    let lines = Array::new();
    for code in country::codes() {
        let name = names.of(code).map_or_else(|| code.to_owned(), String::from);
        lines.push(&[&name, "\t", code].concat().into());
    }
    // The browser knows the order of letters. A tabulator comes before all of them.
    let compare = Collator::new(&locales, &Object::new()).compare();
    if let Ok(sort) = Reflect::get(&lines, &"sort".into()) {
        let _ = sort.unchecked_into::<Function>().call1(&lines, &compare);
    }
    let pair = |line: JsValue| {
        let line = line.as_string()?;
        let (name, code) = line.split_once('\t')?;
        Some((code.to_owned(), name.to_owned()))
    };
    lines.into_iter().filter_map(pair).collect()
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
