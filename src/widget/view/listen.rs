//! What the shopper does to the form: one listener for all of it, since the events of controls bubble.

use super::Shared;
use super::handle::Handle;
use super::mouse::Mouse;
use crate::widget::submit;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Element, Event, KeyboardEvent};

/// The events of a form that act.
const EVENTS: [&str; 10] = [
    "focusin",
    "focusout",
    "input",
    // What fills a list or a box in may tell of the change alone.
    "change",
    "submit",
    "click",
    "mousedown",
    "mouseup",
    "keydown",
    "keyup",
];

/// The listener of a form. Dropping it takes it off.
pub struct Listener {
    form: Handle,
    handler: Closure<dyn Fn(Event)>,
}

impl Listener {
    /// Lets a form act.
    pub fn of(form: Handle, model: &Shared) -> Self {
        let model = model.clone();
        let mouse = Mouse::default();
        let act: Box<dyn Fn(Event)> = Box::new(move |event| act(&model, &mouse, &event));
        let handler = Closure::wrap(act);
        for event in EVENTS {
            form.add_listener(event, &handler);
        }
        Self { form, handler }
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        for event in EVENTS {
            self.form.remove_listener(event, &self.handler);
        }
    }
}

fn act(model: &Shared, mouse: &Mouse, event: &Event) {
    let attribute = |name| attribute_of(event, name);
    let name = attribute("name").unwrap_or_default();
    match &*event.type_() {
        "focusin" => model.touched(),
        "input" | "change" if !name.is_empty() => model.typed(&name),
        // The element keeps the browser from sending the form itself.
        "submit" => submit::press(model),
        "click" => click(model, event),
        "mousedown" => mouse.press(),
        "mouseup" => leave(model, &mouse.release()),
        // A field is left by the keyboard, or by a press of the mouse when that is over.
        "focusout" if !mouse.keeps(&name) => leave(model, &name),
        "keydown" => {
            // The list of a `<select>` may swallow the end of the press that opened it.
            leave(model, &mouse.release());
            note_caps_lock(model, event);
        }
        "keyup" => note_caps_lock(model, event),
        _ => {}
    }
}

/// A press of the button that shows the password, or of a link to a field.
fn click(model: &Shared, event: &Event) {
    let address = attribute_of(event, "href").unwrap_or_default();
    let field = address.strip_prefix('#');
    if let Some(name) = field.and_then(|id| id.strip_prefix(&*model.id_prefix)) {
        event.prevent_default();
        model.focus(name);
    } else if attribute_of(event, "class").as_deref() == Some("show") {
        model.show(|shown| shown.is_password_visible = !shown.is_password_visible);
    }
}

fn leave(model: &Shared, name: &str) {
    if !name.is_empty() {
        model.show(|shown| shown.is_caps_lock_on = false);
        model.left(name);
    }
}

fn note_caps_lock(model: &Shared, event: &Event) {
    let is_password =
        attribute_of(event, "autocomplete").is_some_and(|token| token == "new-password");
    let key: Option<&KeyboardEvent> = event.dyn_ref();
    let is_on = is_password && key.is_some_and(|key| key.get_modifier_state("CapsLock"));
    model.show(|shown| shown.is_caps_lock_on = is_on);
}

/// An attribute of the element that an event is about.
fn attribute_of(event: &Event, name: &str) -> Option<String> {
    let target: Element = event.target()?.dyn_into().ok()?;
    target.get_attribute(name)
}
