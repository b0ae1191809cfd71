//! The records and settings that a platform needs for a response.

use std::time::Duration;

use crate::cors::Origins;
use crate::settings::Settings;
use crate::store::Store;
use crate::token::Lifespan;

/// The sandbox from the view of one platform, for one request. Only one context exists at a time.
pub(crate) struct Context<'a> {
    /// The platform's id.
    pub platform: &'a str,
    /// The records of all platforms.
    pub store: &'a Store,
    /// The settings that the control API has changed.
    pub settings: &'a Settings,
}

impl Context<'_> {
    /// The origins that may read the responses of `area`.
    pub fn origins(&self, area: &str) -> Origins {
        self.settings.origins(self.platform, area)
    }

    /// The lifespan of a new token: `usual`, unless the control API has set another one.
    pub fn lifespan(&self, usual: Duration) -> Lifespan {
        Lifespan::starting_now(self.settings.lifetime(self.platform).unwrap_or(usual))
    }
}
