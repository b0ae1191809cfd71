//! Elements of one concrete type.
//!
//! Leptos' typed views make a copy of their machinery for every combination of tag, attributes and
//! closures; a shopper would download them all. See `docs/decisions/0003-weight.md`.

use leptos::attr::any_attribute::{AnyAttribute, IntoAnyAttribute};
use leptos::attr::custom::custom_attribute;
use leptos::ev;
use leptos::html;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use std::rc::Rc;
use web_sys::Event;

/// A text that follows the signals it reads; `None` takes the attribute or the text away.
pub type Live = Box<dyn FnMut() -> Option<String> + Send>;

/// An element under construction.
pub struct Element {
    tag: &'static str,
    attributes: Vec<AnyAttribute>,
    children: Vec<AnyView>,
}

/// Begins an element.
pub fn element(tag: &'static str) -> Element {
    Element {
        tag,
        attributes: Vec::new(),
        children: Vec::new(),
    }
}

/// Begins an element with a `part`, which is its class too.
pub fn part(tag: &'static str, name: &'static str) -> Element {
    element(tag).with("part", name).with("class", name)
}

impl Element {
    /// Sets an attribute.
    pub fn with(self, name: &'static str, value: &str) -> Self {
        self.attribute(custom_attribute(name, value.to_owned()).into_any_attr())
    }

    /// Sets an attribute without a value if `is_set`.
    pub fn flag(self, name: &'static str, is_set: bool) -> Self {
        if is_set { self.with(name, "") } else { self }
    }

    /// An attribute that follows the signals it reads.
    pub fn live(
        self,
        name: &'static str,
        value: impl FnMut() -> Option<String> + Send + 'static,
    ) -> Self {
        let value: Live = Box::new(value);
        self.attribute(custom_attribute(name, value).into_any_attr())
    }

    /// An attribute without a value that is there while `is_set` is true.
    pub fn live_flag(
        self,
        name: &'static str,
        mut is_set: impl FnMut() -> bool + Send + 'static,
    ) -> Self {
        self.live(name, move || is_set().then(String::new))
    }

    /// Calls `handler` on an event.
    pub fn on(self, event: &'static str, handler: impl Fn(Event) + 'static) -> Self {
        self.listen(event, Rc::new(handler))
    }

    fn listen(self, event: &'static str, handler: Rc<dyn Fn(Event)>) -> Self {
        let handler = SendWrapper::new(handler);
        let handler: Box<dyn FnMut(Event) + Send> = Box::new(move |event| (*handler)(event));
        self.attribute(ev::on(ev::Custom::<Event>::new(event), handler).into_any_attr())
    }

    /// Adds a text.
    pub fn text(self, text: &str) -> Self {
        self.child(text.to_owned().into_any())
    }

    /// Adds a text that follows the signals it reads.
    pub fn live_text(self, text: impl FnMut() -> Option<String> + Send + 'static) -> Self {
        let text: Live = Box::new(text);
        self.child(text.into_any())
    }

    /// Adds a view.
    pub fn child(mut self, child: AnyView) -> Self {
        self.children.push(child);
        self
    }

    /// Adds views.
    pub fn children(mut self, children: impl IntoIterator<Item = AnyView>) -> Self {
        self.children.extend(children);
        self
    }

    /// The element as a view.
    pub fn build(self) -> AnyView {
        let node = html::custom(self.tag).child(self.children);
        node.add_any_attr(self.attributes).into_any()
    }

    fn attribute(mut self, attribute: AnyAttribute) -> Self {
        self.attributes.push(attribute);
        self
    }
}
