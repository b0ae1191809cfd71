//! The nodes of the page, with what the view needs of them.

use wasm_bindgen::prelude::*;
use web_sys::{Event, Node};

#[wasm_bindgen]
extern "C" {
    /// An element or a text. None of this throws with the names that are used here, so that the
    /// shopper downloads no code for it.
    #[wasm_bindgen(extends = Node)]
    #[derive(Clone)]
    pub type Handle;
    #[wasm_bindgen(js_namespace = document, js_name = createElement)]
    pub fn create_element(tag: &str) -> Handle;
    #[wasm_bindgen(js_namespace = document, js_name = createTextNode)]
    pub fn create_text(text: &str) -> Handle;
    /// `None` for a text.
    #[wasm_bindgen(method, getter, js_name = localName)]
    pub fn local_name(this: &Handle) -> Option<String>;
    #[wasm_bindgen(method, getter, js_name = firstChild)]
    pub fn first_child(this: &Handle) -> Option<Handle>;
    #[wasm_bindgen(method, getter, js_name = nextSibling)]
    pub fn next_sibling(this: &Handle) -> Option<Handle>;
    #[wasm_bindgen(method, js_name = insertBefore)]
    pub fn insert_before(this: &Handle, child: &Handle, next: Option<&Handle>);
    #[wasm_bindgen(method, getter, js_name = textContent)]
    pub fn text_content(this: &Handle) -> String;
    #[wasm_bindgen(method, setter, js_name = textContent)]
    pub fn set_text_content(this: &Handle, text: &str);
    #[wasm_bindgen(method, js_name = getAttribute)]
    pub fn get_attribute(this: &Handle, name: &str) -> Option<String>;
    #[wasm_bindgen(method, js_name = setAttribute)]
    pub fn set_attribute(this: &Handle, name: &str, value: &str);
    #[wasm_bindgen(method, js_name = removeAttribute)]
    pub fn remove_attribute(this: &Handle, name: &str);
    #[wasm_bindgen(method, js_name = addEventListener)]
    pub fn add_listener(this: &Handle, event: &str, listener: &Closure<dyn Fn(Event)>);
    #[wasm_bindgen(method, js_name = removeEventListener)]
    pub fn remove_listener(this: &Handle, event: &str, listener: &Closure<dyn Fn(Event)>);
}
