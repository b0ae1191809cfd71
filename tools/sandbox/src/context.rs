//! What a platform has at hand to answer a request.

use std::time::Duration;

use crate::cors::Origins;
use crate::settings::Settings;
use crate::store::Store;
use crate::token::Lifespan;

/// One platform's view of the sandbox while it answers one request. Requests are answered one at a time.
pub(crate) struct Context<'a> {
    /// The platform's id.
    pub platform: &'a str,
    /// The records of all platforms.
    pub store: &'a Store,
    /// What the control API has changed.
    pub settings: &'a Settings,
}

impl Context<'_> {
    /// Who may read the answers of `area`.
    pub fn origins(&self, area: &str) -> Origins {
        self.settings.origins(self.platform, area)
    }

    /// The life of a token that is made now and lasts for `usual`, unless a test shortened it.
    pub fn lifespan(&self, usual: Duration) -> Lifespan {
        Lifespan::starting_now(self.settings.lifetime(self.platform).unwrap_or(usual))
    }
}
