//! What there is to see of a form.

use super::{Mounted, document};
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement, HtmlInputElement, ShadowRoot};

impl Mounted {
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
}
