//! A store owner, who puts the element into a page.

use super::document;
use super::entry::{Early, draw};
use super::mounted::Mounted;
use js_sys::{JSON, Object, Reflect};
use serde_json::Value;
use std::sync::atomic::{AtomicU32, Ordering};
use storefront_signup::registration::message::Message;
use storefront_signup::registration::platform::{Platform, REGISTRY};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement, ShadowRootInit, ShadowRootMode};

/// What the owner sets.
pub struct Owner {
    host: HtmlElement,
    messages: Object,
    has_shadow: bool,
}

impl Owner {
    /// The settings that a Medusa store needs.
    pub fn of_medusa() -> Self {
        let medusa = REGISTRY.iter().find(|platform| platform.id == "medusa");
        Self::of(medusa.expect("Medusa is a platform"))
    }

    /// The settings that a platform needs, and no more.
    pub fn of(platform: &Platform) -> Self {
        let bare = Self::of_nothing().with("platform", platform.id);
        let needed = platform
            .settings
            .iter()
            .filter(|setting| setting.is_required);
        let set = needed.fold(bare, |owner, setting| {
            owner.with(setting.name, &setting.example.replace('…', "test"))
        });
        set.with("endpoint", "https://store.example")
    }

    /// No settings at all.
    pub fn of_nothing() -> Self {
        let host = document()
            .create_element("storefront-signup")
            .expect("an element");
        let bare = Self {
            host: host.unchecked_into(),
            messages: english(),
            has_shadow: true,
        };
        bare.property("values", &object(&[]))
    }

    /// Sets an attribute.
    pub fn with(self, name: &str, value: &str) -> Self {
        self.host
            .set_attribute(name, value)
            .expect("an attribute's name");
        self
    }

    /// Takes an attribute away.
    pub fn without(self, name: &str) -> Self {
        self.host
            .remove_attribute(name)
            .expect("an attribute's name");
        self
    }

    /// Sets a property.
    pub fn property(self, name: &str, value: &JsValue) -> Self {
        Reflect::set(&self.host, &name.into(), value).expect("a property");
        self
    }

    /// Words a message in another way.
    pub fn word(self, key: &str, text: &str) -> Self {
        Reflect::set(&self.messages, &key.into(), &text.into()).expect("a property");
        self
    }

    /// Renders into the page itself.
    pub fn without_shadow(self) -> Self {
        Self {
            has_shadow: false,
            ..self.with("no-shadow", "")
        }
    }

    /// Words all messages by a locale file.
    pub fn in_language(self, language: &str, texts: &str) -> Self {
        Self {
            messages: JSON::parse(texts)
                .expect("a locale file is JSON")
                .unchecked_into(),
            ..self.with("lang", language)
        }
    }

    /// Puts the element into the page and the form into the element.
    pub fn mount(self) -> Mounted {
        let (host, messages) = (self.host.clone(), self.messages.clone());
        Mounted::new(host, self.place(), &messages)
    }

    /// Puts the element into the page and lets the entry draw the form.
    pub fn draw(self, early: Early) -> Drawn {
        let (host, messages) = (self.host.clone(), self.messages.clone());
        let container = self.place();
        draw(&host, &container, &messages, early);
        Drawn {
            host,
            container,
            messages,
        }
    }

    /// Puts the element into the page. Returns where its form belongs.
    fn place(self) -> HtmlElement {
        let container: HtmlElement = div().unchecked_into();
        container.set_id(&next_id());
        let language = self.host.get_attribute("lang");
        container.set_lang(language.as_deref().unwrap_or("en"));
        match self.has_shadow {
            true => shadow(&self.host).append_child(&container),
            false => self.host.append_child(&container),
        }
        .expect("an element takes children");
        document()
            .body()
            .expect("a body")
            .append_child(&self.host)
            .expect("a body takes children");
        container
    }
}

/// A form that the entry has drawn, for which there is no widget yet.
pub struct Drawn {
    host: HtmlElement,
    /// What the form is in.
    pub container: HtmlElement,
    messages: Object,
}

impl Drawn {
    /// The element that matches.
    pub fn get<T: JsCast>(&self, selector: &str) -> T {
        let found = self.container.query_selector(selector);
        let found = found.expect("a selector").expect("a node that is drawn");
        found.unchecked_into()
    }

    /// The WebAssembly is there.
    pub fn mount(self) -> Mounted {
        Mounted::new(self.host, self.container, &self.messages)
    }
}

/// An id that no other form of the page has.
fn next_id() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(1);
    format!("signup-{}", COUNT.fetch_add(1, Ordering::Relaxed))
}

/// The messages that the element hands over where the owner has none.
fn english() -> Object {
    let texts: Vec<(&str, &str)> = Message::ALL
        .iter()
        .map(|message| (message.key(), message.english()))
        .collect();
    object(&texts)
}

/// An object of texts.
pub fn object(texts: &[(&str, &str)]) -> Object {
    let object = Object::new();
    for (name, text) in texts {
        Reflect::set(&object, &(*name).into(), &(*text).into()).expect("a property");
    }
    object
}

/// A JSON value as the page has it.
pub fn json_to_js(value: &Value) -> JsValue {
    JSON::parse(&value.to_string()).expect("JSON that serde_json wrote")
}

fn shadow(host: &HtmlElement) -> web_sys::ShadowRoot {
    host.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open))
        .expect("a custom element's name")
}

fn div() -> Element {
    document().create_element("div").expect("an element")
}
