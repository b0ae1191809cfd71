//! Elements that this module makes itself, or takes over where they stand already.
//!
//! Leptos' own views bring code for every kind of view there could be, and can't take over a node.
//! A form is built once, and what changes in it are attributes and texts: an effect for each of
//! them is all it needs. See `docs/decisions/0003-weight.md`.

use super::handle::{Handle, create_element, create_text};
use leptos::prelude::{Owner, RenderEffect};
use std::cell::Cell;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// An element whose children are being built, in their order.
///
/// A child that is there already is taken over, so that it keeps its text, the focus and whatever
/// else a browser knows of it.
pub struct Element {
    node: Handle,
    /// What stands where the next child goes.
    next: Cell<Option<Handle>>,
}

impl Element {
    /// An element of the page, with the children that it has.
    pub fn of(node: &HtmlElement) -> Self {
        let node: &Handle = node.unchecked_ref();
        Self {
            node: node.clone(),
            next: Cell::new(node.first_child()),
        }
    }

    /// The next child.
    pub fn child(&self, tag: &str) -> Self {
        self.child_with(tag, "", "")
    }

    /// The next child, with a `part`, which is its class too.
    pub fn part(&self, tag: &str, name: &str) -> Self {
        self.child_with(tag, "class", name).with("part", name)
    }

    /// The next child, which has this value of this attribute if it is there already.
    pub fn child_with(&self, tag: &str, name: &str, value: &str) -> Self {
        let fits = |node: &Handle| {
            node.local_name().as_deref() == Some(tag)
                && (name.is_empty() || node.get_attribute(name).as_deref() == Some(value))
        };
        let node = self.take(fits).unwrap_or_else(|| {
            let node = create_element(tag);
            if !name.is_empty() {
                node.set_attribute(name, value);
            }
            self.insert(&node);
            node
        });
        Self {
            next: Cell::new(node.first_child()),
            node,
        }
    }

    /// Adds a text.
    pub fn text(self, text: &str) -> Self {
        match self.take(|node| node.local_name().is_none()) {
            Some(node) => set_text(&node, text),
            None => self.insert(&create_text(text)),
        }
        self
    }

    /// Sets an attribute.
    pub fn with(self, name: &str, value: &str) -> Self {
        set(&self.node, name, Some(value));
        self
    }

    /// Sets an attribute without a value if `is_set`.
    pub fn flag(self, name: &str, is_set: bool) -> Self {
        if is_set { self.with(name, "") } else { self }
    }

    /// An attribute that follows the signals it reads. `None` takes it away.
    pub fn live(self, name: &'static str, value: impl Fn() -> Option<String> + 'static) -> Self {
        self.live_boxed(name, Box::new(value))
    }

    fn live_boxed(self, name: &'static str, value: Box<dyn Fn() -> Option<String>>) -> Self {
        let node = self.node.clone();
        follow(Box::new(move || set(&node, name, value().as_deref())));
        self
    }

    /// An attribute without a value that is there while `is_set` is true.
    pub fn live_flag(self, name: &'static str, is_set: impl Fn() -> bool + 'static) -> Self {
        self.live(name, move || is_set().then(String::new))
    }

    /// Has a text alone, which follows the signals it reads.
    pub fn live_text(self, text: impl Fn() -> Option<String> + 'static) {
        self.live_text_boxed(Box::new(text));
    }

    fn live_text_boxed(self, text: Box<dyn Fn() -> Option<String>>) {
        self.next.take();
        let node = self.node.clone();
        follow(Box::new(move || {
            set_text(&node, &text().unwrap_or_default())
        }));
    }

    /// Has the children that `build` gives it, anew after each change of a signal that it reads.
    pub fn live_children(self, build: Box<dyn Fn(&Self)>) {
        self.next.take();
        let node = self.node.clone();
        follow(Box::new(move || {
            set_text(&node, "");
            build(&Self {
                node: node.clone(),
                next: Cell::new(None),
            });
        }));
    }

    /// Whether it has children that were there before.
    pub fn has_children(&self) -> bool {
        self.node.first_child().is_some()
    }

    /// The node of the page.
    pub fn node(&self) -> Handle {
        self.node.clone()
    }

    /// The first node from there on that fits. Others may be a password manager's: they stay.
    fn take(&self, fits: impl Fn(&Handle) -> bool) -> Option<Handle> {
        let first = self.next.take();
        let mut found = first.clone();
        while let Some(node) = &found
            && !fits(node)
        {
            found = node.next_sibling();
        }
        self.next.set(match &found {
            Some(node) => node.next_sibling(),
            None => first,
        });
        found
    }

    fn insert(&self, node: &Handle) {
        let next = self.next.take();
        self.node.insert_before(node, next.as_ref());
        self.next.set(next);
    }
}

/// Runs `update` now, and again after each change of a signal that it reads, until its owner ends.
fn follow(mut update: Box<dyn FnMut()>) {
    let effect = RenderEffect::new(move |_: Option<()>| update());
    Owner::on_cleanup(move || drop(effect));
}

/// Changes an attribute that is not as it should be: observers hear of every setting.
fn set(node: &Handle, name: &str, value: Option<&str>) {
    if node.get_attribute(name).as_deref() == value {
        return;
    }
    match value {
        Some(value) => node.set_attribute(name, value),
        None => node.remove_attribute(name),
    }
}

/// Changes a text that is not as it should be: a new one is read out.
fn set_text(node: &Handle, text: &str) {
    if node.text_content() != text {
        node.set_text_content(text);
    }
}
