//! A form on the page, and what the page does with it.

use super::entry::countries;
use super::heard::{Event, Heard};
use super::panics::Panics;
use gloo_events::{EventListener, EventListenerOptions, EventListenerPhase};
use js_sys::{Function, Object};
use std::cell::RefCell;
use std::rc::Rc;
use storefront_signup::widget::{Widget, mount};
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, HtmlElement};

/// A form on the page. Dropping it takes the element away and asserts that nothing panicked.
pub struct Mounted {
    /// The custom element.
    pub host: HtmlElement,
    /// What the form is in.
    pub container: HtmlElement,
    widget: Rc<RefCell<Option<Widget>>>,
    heard: Heard,
    states: Rc<RefCell<Vec<String>>>,
    _on_state: Closure<dyn FnMut(String)>,
    _unsent: EventListener,
    _panics: Panics,
}

impl Mounted {
    /// Mounts the form of an element that is in the page.
    pub fn new(host: HtmlElement, container: HtmlElement, messages: &Object) -> Self {
        let panics = Panics::watch();
        let heard = Heard::at(&host);
        let states: Rc<RefCell<Vec<String>>> = Rc::default();
        let told = states.clone();
        let on_state = Closure::new(move |state| told.borrow_mut().push(state));
        let function = on_state.as_ref().unchecked_ref();
        let unsent = keep_from_sending(&container);
        let widget = mount(
            host.clone(),
            container.clone(),
            &Object::entries(messages),
            countries(&container),
            host.get_attribute("lang").unwrap_or_default(),
            Clone::clone(function),
            Function::new_no_args(""),
        );
        Self {
            host,
            container,
            widget: Rc::new(RefCell::new(Some(widget))),
            heard,
            states,
            _on_state: on_state,
            _unsent: unsent,
            _panics: panics,
        }
    }

    /// Empties the form, as the page may.
    pub fn reset(&self) {
        (self.resetter())();
    }

    /// What empties the form.
    pub fn resetter(&self) -> impl Fn() + use<> {
        let widget = self.widget.clone();
        move || {
            if let Some(widget) = widget.borrow().as_ref() {
                widget.reset();
            }
        }
    }

    /// Takes the form away and leaves the element.
    pub fn unmount(&self) {
        (self.unmounter())();
    }

    /// What takes the form away.
    pub fn unmounter(&self) -> impl Fn() + use<> {
        let widget = self.widget.clone();
        move || drop(widget.take())
    }

    /// A listener of the page, until the result is dropped.
    pub fn listen(
        &self,
        name: &'static str,
        mut act: impl FnMut(&CustomEvent) + 'static,
    ) -> EventListener {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&self.host, name, options, move |event| {
            act(event.unchecked_ref())
        })
    }

    /// The details of the events of a name, in their order.
    pub fn details(&self, name: &str) -> Vec<serde_json::Value> {
        let events = self.events().into_iter();
        events
            .filter(|event| event.name == name)
            .map(|event| event.detail)
            .collect()
    }

    /// All events that the page heard, in their order.
    pub fn events(&self) -> Vec<Event> {
        self.heard.all()
    }

    /// Whether the page heard an event.
    pub fn has_heard(&self, name: &str) -> bool {
        !self.details(name).is_empty()
    }

    /// The states that the element was told, in their order.
    pub fn states(&self) -> Vec<String> {
        self.states.borrow().clone()
    }
}

/// Keeps the browser from sending forms itself, as the element does.
fn keep_from_sending(container: &HtmlElement) -> EventListener {
    let options = EventListenerOptions {
        phase: EventListenerPhase::Capture,
        passive: false,
    };
    EventListener::new_with_options(container, "submit", options, |event| {
        event.prevent_default()
    })
}

impl Drop for Mounted {
    fn drop(&mut self) {
        self.unmount();
        self.host.remove();
    }
}
