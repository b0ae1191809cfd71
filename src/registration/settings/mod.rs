//! What the owner set on the element. A platform checks it before anything is shown or sent.

mod setting;

pub use setting::Setting;

use super::url::{self, SecurityContext};

/// The seconds that one request may take, unless the owner says otherwise.
const SECONDS: u32 = 15;
const MOST_SECONDS: u32 = 120;

/// The element's attributes.
#[derive(Clone, Default)]
pub struct Settings {
    attributes: Vec<(String, String)>,
    /// Where the page runs.
    pub context: SecurityContext,
}

impl Settings {
    /// Settings from attributes, on a page.
    pub fn new(attributes: Vec<(String, String)>, context: SecurityContext) -> Self {
        Self {
            attributes,
            context,
        }
    }

    /// All attributes, in the order of the element.
    pub fn attributes(&self) -> impl Iterator<Item = (&str, &str)> {
        let all = self.attributes.iter();
        all.map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// The trimmed value of an attribute that is there and not blank.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        let value = found.map(|(_, value)| value.trim());
        value.filter(|value| !value.is_empty())
    }

    /// Whether a switch is on: the attribute is there, with any value but `false`.
    pub fn has(&self, name: &str) -> bool {
        let found = self.attributes.iter().find(|(own, _)| own == name);
        found.is_some_and(|(_, value)| value.trim() != "false")
    }

    /// The words of a list attribute.
    pub fn list(&self, name: &str) -> impl Iterator<Item = &str> {
        self.get(name).unwrap_or_default().split_ascii_whitespace()
    }

    /// A link's address. An unsafe one is none.
    pub fn link(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(url::link)
    }

    /// Whether the owner wants the shopper signed in by the platform's cookie.
    pub fn wants_session(&self) -> bool {
        self.get("session") == Some("cookie")
    }

    /// The seconds that one request may take: 1 to 120.
    pub fn timeout_seconds(&self) -> u32 {
        let given = self.get("timeout").and_then(|text| text.parse().ok());
        given.unwrap_or(SECONDS).clamp(1, MOST_SECONDS)
    }
}
