//! What the owner set on the element, checked before anything is shown or sent.

use super::address::{self, Page};
use super::failure::{Failure, Kind};
use super::platform::Platform;

/// The seconds that one request may take, unless the owner says otherwise.
const SECONDS: u32 = 15;
const MOST_SECONDS: u32 = 120;

/// An attribute that a platform reads.
pub struct Setting {
    /// The attribute's name.
    pub name: &'static str,
    /// Whether nothing works without it.
    pub is_required: bool,
    /// What it is, in a line for the owner.
    pub about: &'static str,
    /// A value as it could stand in a page.
    pub example: &'static str,
}

impl Setting {
    /// A setting that an owner may leave out.
    pub const fn optional(name: &'static str, about: &'static str, example: &'static str) -> Self {
        Self {
            name,
            is_required: false,
            about,
            example,
        }
    }

    /// Whether it is on or off, and holds no text.
    pub fn is_switch(&self) -> bool {
        self.example == "true"
    }

    /// Whether a secret may stand in it.
    fn is_secret(&self) -> bool {
        is_secret(self.example)
    }
}

/// The element's attributes.
#[derive(Clone, Default)]
pub struct Settings {
    attributes: Vec<(String, String)>,
    /// Where the page runs.
    pub page: Page,
}

impl Settings {
    /// Settings from attributes, on a page.
    pub fn new(attributes: Vec<(String, String)>, page: Page) -> Self {
        Self { attributes, page }
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
        self.get(name).and_then(address::link)
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

    /// The base address of the platform's API, if the settings are such that a form can work.
    pub fn check(&self, platform: &Platform) -> Result<String, Failure> {
        self.refuse_secrets(platform)?;
        self.refuse_unsafe_links()?;
        for setting in platform.settings {
            if setting.is_required && self.get(setting.name).is_none() {
                return Err(misconfigured(&[
                    "Set the attribute `",
                    setting.name,
                    "`: ",
                    setting.about,
                ]));
            }
        }
        (platform.check)(self)?;
        let own = self.get("endpoint").map(str::to_owned);
        let address = own.or_else(|| (platform.endpoint)(self)).ok_or_else(|| {
            misconfigured(&["Set the attribute `endpoint` to the base address of the store's API."])
        })?;
        address::endpoint(&address, self.page).ok_or_else(|| {
            misconfigured(&[
                "The attribute `endpoint` has to be an https address (http only for this machine), \
                 without user name, query and fragment.",
            ])
        })
    }

    fn refuse_secrets(&self, platform: &Platform) -> Result<(), Failure> {
        for (name, value) in &self.attributes {
            let own = platform.settings.iter().find(|own| own.name == name);
            let is_allowed = own.is_some_and(|own| own.is_secret() && !is_secret_key(value))
                // These may begin like a key: `sk-SK` is Slovak.
                || matches!(name.as_str(), "lang" | "class" | "id");
            if is_secret(value) && !is_allowed {
                return Err(misconfigured(&[
                    "The attribute `",
                    name,
                    "` holds a secret key. Everyone who opens the page can read it: take it back at the platform, \
                     and set the public key instead.",
                ]));
            }
        }
        Ok(())
    }

    fn refuse_unsafe_links(&self) -> Result<(), Failure> {
        for name in ["sign-in-url", "terms-url", "privacy-url", "success-url"] {
            if self.get(name).is_some() && self.link(name).is_none() {
                return Err(misconfigured(&[
                    "The attribute `",
                    name,
                    "` has to be an http, https or relative address.",
                ]));
            }
        }
        Ok(())
    }
}

/// Whether a value has the form of a key or token that belongs on a server: `sk_…`, `secret_…`.
fn is_secret(value: &str) -> bool {
    is_secret_key(value) || begins(value, "secret_")
}

fn is_secret_key(value: &str) -> bool {
    begins(value, "sk_") || begins(value, "sk-")
}

fn begins(value: &str, with: &str) -> bool {
    let start = value.trim().get(..with.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(with))
}

/// A failure of the settings, with the words for the owner.
pub fn misconfigured(words: &[&str]) -> Failure {
    Failure::new(Kind::Configuration, words.concat())
}
