//! A form on the page, and what a shopper and the page do with it.

use super::document;
use super::heard::{Event, Heard};
use super::panics::Panics;
use gloo_events::{EventListener, EventListenerOptions};
use js_sys::Object;
use std::cell::RefCell;
use std::rc::Rc;
use storefront_signup::widget::{Widget, mount};
use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, Element, EventInit, HtmlElement, HtmlInputElement, ShadowRoot};

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
    _panics: Panics,
}

impl Mounted {
    /// Mounts the form of an element that is in the page.
    pub fn new(host: HtmlElement, container: HtmlElement, words: &Object) -> Self {
        let panics = Panics::watch();
        let heard = Heard::at(&host);
        let states: Rc<RefCell<Vec<String>>> = Rc::default();
        let told = states.clone();
        let on_state = Closure::new(move |state| told.borrow_mut().push(state));
        let function = on_state.as_ref().unchecked_ref();
        let widget = mount(
            host.clone(),
            container.clone(),
            words,
            Clone::clone(function),
        );
        Self {
            host,
            container,
            widget: Rc::new(RefCell::new(Some(widget))),
            heard,
            states,
            _on_state: on_state,
            _panics: panics,
        }
    }

    /// The first element that matches.
    pub fn find(&self, selector: &str) -> Option<HtmlElement> {
        let found = self.container.query_selector(selector).expect("a selector");
        found.map(JsCast::unchecked_into)
    }

    /// The element that matches.
    pub fn get(&self, selector: &str) -> HtmlElement {
        self.find(selector)
            .unwrap_or_else(|| panic!("there is no {selector}"))
    }

    /// All elements that match.
    pub fn all(&self, selector: &str) -> Vec<Element> {
        let found = self
            .container
            .query_selector_all(selector)
            .expect("a selector");
        found
            .values()
            .into_iter()
            .map(|node| node.expect("a list of nodes").unchecked_into())
            .collect()
    }

    /// The text of the element that matches, without spaces around it.
    pub fn text(&self, selector: &str) -> String {
        self.get(selector)
            .text_content()
            .unwrap_or_default()
            .trim()
            .to_owned()
    }

    /// An attribute of the element that matches.
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.get(selector).get_attribute(name)
    }

    /// Whether the element that matches can be seen.
    pub fn shows(&self, selector: &str) -> bool {
        self.get(selector).get_client_rects().length() > 0
    }

    /// The control of a field.
    pub fn control(&self, name: &str) -> HtmlInputElement {
        self.get(&format!("[name='{name}']")).unchecked_into()
    }

    /// The names of the controls, in their order.
    pub fn names(&self) -> Vec<String> {
        self.all("[name]")
            .iter()
            .filter_map(|control| control.get_attribute("name"))
            .collect()
    }

    /// What assistive technology reads with a control, of one kind: `hint` or `error`.
    pub fn described(&self, name: &str, part: &str) -> String {
        let ids = self
            .control(name)
            .get_attribute("aria-describedby")
            .unwrap_or_default();
        let lines = ids.split_whitespace().map(|id| self.get(&format!("#{id}")));
        let own = lines.filter(|line| line.get_attribute("part").as_deref() == Some(part));
        own.filter_map(|line| line.text_content()).collect()
    }

    /// The name of the control that has the focus.
    pub fn focused(&self) -> Option<String> {
        self.active()?.get_attribute("name")
    }

    /// The element of the form that has the focus.
    pub fn active(&self) -> Option<Element> {
        let root = self.container.get_root_node();
        let active = match root.dyn_ref::<ShadowRoot>() {
            Some(root) => root.active_element(),
            None => document().active_element(),
        };
        active.filter(|active| self.container.contains(Some(active)))
    }

    /// Types a text into a field, without leaving it.
    pub fn type_into(&self, name: &str, text: &str) {
        let control = self.control(name);
        control.set_value(text);
        dispatch(&control, "input");
    }

    /// Leaves a field.
    pub fn leave(&self, name: &str) {
        dispatch(&self.control(name), "focusout");
    }

    /// Types a text into a field and leaves it.
    pub fn enter(&self, name: &str, text: &str) {
        self.type_into(name, text);
        self.leave(name);
    }

    /// Presses the submit button.
    pub fn press(&self) {
        self.get("[type=submit]").click();
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

    /// Puts the focus on the first field, as the page may.
    pub fn focus(&self) {
        if let Some(widget) = self.widget.borrow().as_ref() {
            widget.focus();
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

impl Drop for Mounted {
    fn drop(&mut self) {
        self.unmount();
        self.host.remove();
    }
}

fn dispatch(target: &HtmlElement, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    let event = web_sys::Event::new_with_event_init_dict(name, &init).expect("an event");
    target
        .dispatch_event(&event)
        .expect("an event that was not dispatched yet");
}
