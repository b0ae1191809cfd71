//! The attributes of the element. A platform checks them before the form is shown.

pub mod attribute;
mod setting;

pub use setting::{Setting, description};

use super::url::{self, SecurityContext};

/// The default time limit of a request in seconds.
const SECONDS: u32 = 15;
const MOST_SECONDS: u32 = 120;

/// The element's attributes.
#[derive(Clone, Default)]
pub struct Settings {
    attributes: Vec<(String, String)>,
    /// Whether the page is secure, and whether it is local.
    pub context: SecurityContext,
}

impl Settings {
    /// Settings from the names and values of attributes.
    pub fn new(attributes: Vec<(String, String)>, context: SecurityContext) -> Self {
        Self {
            attributes,
            context,
        }
    }

    /// All attributes in their order.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.attributes.iter();
        all.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The trimmed value of an attribute. `None` if the attribute is missing or blank.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        let value = found.map(|(_, value)| value.trim());
        value.filter(|value| !value.is_empty())
    }

    /// Whether a switch is on: the attribute exists, and its value is not `false`.
    pub fn has(&self, name: &str) -> bool {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.is_some_and(|(_, value)| value.trim() != "false")
    }

    /// The items of an attribute that is a list.
    pub fn list(&self, name: &str) -> impl Iterator<Item = &str> {
        self.get(name).unwrap_or_default().split_ascii_whitespace()
    }

    /// The URL of a link. `None` if it is not safe.
    pub fn link(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(url::link)
    }

    /// Whether the platform's cookie shall sign the shopper in.
    pub fn wants_session(&self) -> bool {
        self.get("session") == Some("cookie")
    }

    /// The time limit of a request in seconds: 1 to 120.
    pub fn timeout_seconds(&self) -> u32 {
        let given = self.get("timeout").and_then(|text| text.parse().ok());
        given.unwrap_or(SECONDS).clamp(1, MOST_SECONDS)
    }
}
