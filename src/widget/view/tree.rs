//! The view, as Leptos mounts it.

use super::element::Element;
use super::listen::Listener;
use leptos::tachys::renderer::types::{Element as Parent, Node};
use leptos::tachys::view::{Mountable, Render};
use web_sys::HtmlElement;

/// A view that builds its nodes in the container itself, since it may find them there.
pub struct Tree {
    /// What the nodes are in.
    pub container: HtmlElement,
    /// Builds them.
    pub build: Build,
}

/// What builds nodes in an element. The listener lives as long as they do.
pub type Build = Box<dyn FnOnce(&Element) -> Option<Listener>>;

/// The nodes of a view in the page.
pub struct Standing {
    container: HtmlElement,
    /// The first of them.
    first: Option<Node>,
    _listener: Option<Listener>,
}

impl Render for Tree {
    type State = Standing;

    fn build(self) -> Standing {
        let listener = (self.build)(&Element::of(&self.container));
        Standing {
            first: self.container.first_child(),
            container: self.container,
            _listener: listener,
        }
    }

    /// A form is built once: its effects change it.
    fn rebuild(self, _: &mut Standing) {}
}

impl Mountable for Standing {
    /// After a stop of the module, the browser frees a form when it likes: then something else stands there.
    fn unmount(&mut self) {
        if self.container.first_child() == self.first {
            self.container.set_text_content(None);
        }
    }

    /// The nodes stand in their container from the beginning.
    fn mount(&mut self, _: &Parent, _: Option<&Node>) {}

    fn insert_before_this(&self, _: &mut dyn Mountable) -> bool {
        false
    }

    fn elements(&self) -> Vec<Parent> {
        Vec::new()
    }
}
