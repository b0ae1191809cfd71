//! What the entry draws before the WebAssembly is there, by its own modules.

use super::json_to_js;
use super::outline::Outline;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::prelude::*;
use web_sys::HtmlElement;

#[wasm_bindgen(module = "/src/element/form.js")]
extern "C" {
    fn describe(form: &Object) -> JsValue;
    #[wasm_bindgen(thread_local_v2, js_name = countries)]
    static COUNTRIES: Function;
}

#[wasm_bindgen(module = "/src/element/nodes.js")]
extern "C" {
    fn fit(parent: &HtmlElement, children: &JsValue);
}

/// What the shopper did before the WebAssembly was there.
#[derive(Clone, Copy, Default)]
pub struct Early {
    /// Pressed the button.
    pub is_busy: bool,
    /// Made the password visible.
    pub is_visible: bool,
}

/// Draws the form of an element into a container, as the entry does.
pub fn draw(host: &HtmlElement, container: &HtmlElement, messages: &Object, early: Early) {
    let get: Function = property(host, "getAttribute").unchecked_into();
    let form = Object::new();
    let entries = [
        ("outline", outline()),
        ("messages", messages.into()),
        ("language", container.lang().into()),
        ("get", get.bind0(host).into()),
        ("id", container.id().into()),
        ("isBusy", early.is_busy.into()),
        ("isVisible", early.is_visible.into()),
        ("isShortened", false.into()),
    ];
    for (name, value) in entries {
        Reflect::set(&form, &name.into(), &value).expect("a property");
    }
    fit(container, &describe(&form));
}

/// What gives the widget its countries, as the entry does.
pub fn countries(container: &HtmlElement) -> Function {
    let language = container.lang().into();
    COUNTRIES.with(|list| {
        list.bind2(&JsValue::UNDEFINED, &outline(), &language)
            .unchecked_into()
    })
}

fn outline() -> JsValue {
    let outline = serde_json::to_value(Outline::of_registry());
    json_to_js(&outline.expect("an outline is JSON"))
}

fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).expect("a property")
}
