//! What the control API can change about a platform.

use std::collections::HashMap;
use std::time::Duration;

use crate::cors::Origins;

/// Settings of all platforms; what isn't set is as the platform has it.
#[derive(Default)]
pub(crate) struct Settings {
    origins: HashMap<(String, String), Origins>,
    lifetimes: HashMap<String, Duration>,
}

impl Settings {
    /// Who may read the answers of one area of a platform.
    pub fn origins(&self, platform: &str, area: &str) -> Origins {
        self.origins
            .get(&(platform.to_owned(), area.to_owned()))
            .cloned()
            .unwrap_or_default()
    }

    /// Sets who may read the answers of one area of a platform.
    pub fn set_origins(&mut self, platform: &str, area: &str, origins: Origins) {
        self.origins
            .insert((platform.to_owned(), area.to_owned()), origins);
    }

    /// How long the platform's tokens live, if that was changed.
    pub fn lifetime(&self, platform: &str) -> Option<Duration> {
        self.lifetimes.get(platform).copied()
    }

    /// Changes how long the platform's tokens live; none restores the platform's own lifetime.
    pub fn set_lifetime(&mut self, platform: &str, lifetime: Option<Duration>) {
        match lifetime {
            Some(lifetime) => self.lifetimes.insert(platform.to_owned(), lifetime),
            None => self.lifetimes.remove(platform),
        };
    }
}
