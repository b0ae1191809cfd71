use super::window;
use js_sys::{Function, Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::Navigator;

/// A browser that knows that it has no connection, until this is dropped.
pub struct Offline(Navigator);

impl Offline {
    /// Takes the connection away.
    pub fn begin() -> Self {
        let navigator = window().navigator();
        define_getter(&navigator, "onLine", &Function::new_no_args("return false"));
        Self(navigator)
    }
}

impl Drop for Offline {
    fn drop(&mut self) {
        Reflect::delete_property(&self.0, &"onLine".into()).expect("an own property");
    }
}

/// Gives an object a property that is computed each time it is read, and that can be deleted again.
pub fn define_getter(object: &Object, name: &str, getter: &Function) {
    let property = Object::new();
    Reflect::set(&property, &"get".into(), getter).expect("a new object");
    Reflect::set(&property, &"configurable".into(), &JsValue::TRUE).expect("a new object");
    Object::define_property(object, &name.into(), &property);
}
