//! The settings that the control API can change.

use std::collections::HashMap;
use std::time::Duration;

use crate::cors::Origins;

/// The settings of all platforms. A platform has defaults for them.
#[derive(Default)]
pub(crate) struct Settings {
    origins: HashMap<(String, String), Origins>,
    lifetimes: HashMap<String, Duration>,
}

impl Settings {
    /// The origins that may read the responses of one area of a platform.
    pub fn origins(&self, platform: &str, area: &str) -> Origins {
        self.origins
            .get(&(platform.to_owned(), area.to_owned()))
            .cloned()
            .unwrap_or_default()
    }

    /// Sets the origins that may read the responses of one area of a platform.
    pub fn set_origins(&mut self, platform: &str, area: &str, origins: Origins) {
        self.origins
            .insert((platform.to_owned(), area.to_owned()), origins);
    }

    /// The lifetime of the platform's tokens, if it is set.
    pub fn lifetime(&self, platform: &str) -> Option<Duration> {
        self.lifetimes.get(platform).copied()
    }

    /// Sets the lifetime of the platform's tokens. `None` restores the platform's default.
    pub fn set_lifetime(&mut self, platform: &str, lifetime: Option<Duration>) {
        match lifetime {
            Some(lifetime) => self.lifetimes.insert(platform.to_owned(), lifetime),
            None => self.lifetimes.remove(platform),
        };
    }
}
