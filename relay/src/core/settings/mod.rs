//! The settings of the relay: one list of names, for the environment and for the file.

mod general;
pub mod is;
mod setting;

pub use general::{GENERAL, General};
pub use setting::{Need, Setting};

use super::secret::Secret;

/// What the owner set. It has no `Debug`: secrets are in it.
#[derive(Clone, Default)]
pub struct Settings(Vec<(String, Secret)>);

impl Settings {
    /// Keeps names and values. Of two values for a name, the later one counts.
    pub fn new(pairs: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut kept: Vec<(String, Secret)> = Vec::new();
        for (name, value) in pairs {
            kept.retain(|(known, _)| *known != name);
            kept.push((name, Secret::new(value.trim())));
        }
        Self(kept)
    }

    /// A value that is set and not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.0.iter().find(|(known, _)| known == name);
        let value = found.map(|(_, value)| value.expose());
        value.filter(|value| !value.is_empty())
    }

    /// The value of a setting, or its default, which may be empty.
    pub fn value(&self, setting: &Setting) -> &str {
        self.get(setting.name).unwrap_or(setting.default)
    }

    /// The names of all values.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(|(name, _)| name.as_str())
    }
}
