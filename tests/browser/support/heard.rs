//! What the page hears.

use gloo_events::EventListener;
use js_sys::JSON;
use serde_json::Value;
use std::cell::RefCell;
use std::rc::Rc;
use wasm_bindgen::JsCast;
use web_sys::{CustomEvent, HtmlElement};

/// The names of all events.
pub const EVENTS: [&str; 5] = [
    "signup-ready",
    "signup-invalid",
    "signup-submit",
    "signup-success",
    "signup-error",
];

/// An event that came.
#[derive(Clone, Debug)]
pub struct Event {
    /// Its name.
    pub name: String,
    /// Its detail as JSON.
    pub detail: Value,
    /// Whether it bubbles out of every shadow root.
    pub is_public: bool,
    /// Whether the page can stop what follows.
    pub is_cancelable: bool,
}

/// The events of one element, from the moment of listening.
pub struct Heard {
    events: Rc<RefCell<Vec<Event>>>,
    _listeners: Vec<EventListener>,
}

impl Heard {
    /// Begins to listen.
    pub fn at(host: &HtmlElement) -> Self {
        let events: Rc<RefCell<Vec<Event>>> = Rc::default();
        let listen = |name| {
            let events = events.clone();
            EventListener::new(host, name, move |event| {
                events.borrow_mut().push(Event::new(event))
            })
        };
        let listeners = EVENTS.into_iter().map(listen).collect();
        Self {
            events,
            _listeners: listeners,
        }
    }

    /// All events, in their order.
    pub fn all(&self) -> Vec<Event> {
        self.events.borrow().clone()
    }
}

impl Event {
    fn new(event: &web_sys::Event) -> Self {
        let custom: &CustomEvent = event.unchecked_ref();
        let detail = JSON::stringify(&custom.detail()).expect("a detail that is JSON");
        let detail = String::from(detail);
        Self {
            name: event.type_(),
            detail: serde_json::from_str(&detail).expect("JSON that the browser wrote"),
            is_public: event.bubbles() && event.composed(),
            is_cancelable: event.cancelable(),
        }
    }
}
