//! The form: the same custom element that any page has.

use super::browser;
use crate::owner::common::NO_SHADOW;
use crate::owner::sample;
use crate::owner::setup::Setup;
use js_sys::Object;
use leptos::prelude::{document, set_timeout};
use std::time::Duration;
use storefront_signup::registration::field::PASSWORD;
use wasm_bindgen::prelude::*;
use web_sys::{Event, EventInit, HtmlElement, HtmlInputElement};

#[wasm_bindgen]
extern "C" {
    /// `<storefront-signup>`.
    #[wasm_bindgen(extends = HtmlElement, extends = web_sys::Element)]
    #[derive(Clone)]
    pub type SignupElement;

    #[wasm_bindgen(method, catch)]
    fn reset(this: &SignupElement) -> Result<(), JsValue>;

    #[wasm_bindgen(method, setter)]
    fn set_values(this: &SignupElement, values: &Object);
}

/// The form on this page does not get this attribute.
pub const SUCCESS_URL: &str = "success-url";

/// The attributes of the form on this page: those of the snippet, and the direction. The one that
/// would navigate away is left out.
pub fn attributes(setup: &Setup) -> Vec<(&'static str, String)> {
    let mut attributes = setup.attributes();
    attributes.retain(|(name, _)| *name != SUCCESS_URL);
    let direction = setup.get("dir");
    if !direction.is_empty() {
        attributes.push(("dir", direction.to_owned()));
    }
    attributes
}

/// Updates the attributes. A change of `no-shadow` needs a new element.
pub fn show(
    frame: &HtmlElement,
    shown: Option<SignupElement>,
    attributes: &[(&str, String)],
) -> Option<SignupElement> {
    let is_bare = attributes.iter().any(|(name, _)| *name == NO_SHADOW);
    if let Some(element) = shown.filter(|element| element.has_attribute(NO_SHADOW) == is_bare) {
        set_attributes(&element, attributes);
        // A finished form shows its success message until it is reset.
        if element.matches(":state(done)").unwrap_or_default() {
            reset(&element);
        }
        return Some(element);
    }
    let element: SignupElement = document()
        .create_element("storefront-signup")
        .ok()?
        .unchecked_into();
    set_attributes(&element, attributes);
    frame.replace_children_with_node_1(&element);
    Some(element)
}

/// Empties the form. Before the element's script has loaded, this does nothing.
pub fn reset(element: &SignupElement) {
    let _ = element.reset();
}

/// Fills in a new shopper.
pub fn fill(element: &SignupElement) {
    let values = Object::new();
    for (name, text) in sample::shopper(browser::unique_number()) {
        let _ = js_sys::Reflect::set(&values, &name.into(), &text.into());
    }
    element.set_values(&values);
    // Otherwise the controls keep their texts.
    reset(element);
    // A finished form shows its controls again after the next effects.
    let element = element.clone();
    set_timeout(move || fill_in_password(&element), Duration::ZERO);
}

/// Fills in the password as a password manager does, because `values` takes none.
fn fill_in_password(element: &SignupElement) {
    let name = format!("input[name={}]", PASSWORD.name);
    let control = match element.shadow_root() {
        Some(root) => root.query_selector(&name),
        None => element.query_selector(&name),
    };
    let Ok(Some(control)) = control else {
        return;
    };
    control
        .unchecked_ref::<HtmlInputElement>()
        .set_value(sample::PASSWORD);
    let typed = EventInit::new();
    typed.set_bubbles(true);
    if let Ok(event) = Event::new_with_event_init_dict("input", &typed) {
        let _ = control.dispatch_event(&event);
    }
}

fn set_attributes(element: &SignupElement, attributes: &[(&str, String)]) {
    for name in element
        .get_attribute_names()
        .iter()
        .filter_map(|name| name.as_string())
    {
        if !attributes.iter().any(|(wanted, _)| *wanted == name) {
            let _ = element.remove_attribute(&name);
        }
    }
    for (name, text) in attributes {
        if element.get_attribute(name).as_ref() != Some(text) {
            let _ = element.set_attribute(name, text);
        }
    }
}
