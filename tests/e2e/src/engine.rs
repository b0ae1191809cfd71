//! The browsers' engines: one constant each, and one place in [`ENGINES`].

use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::env;
use std::ffi::OsString;
use thirtyfour::Capabilities;

const CHOICE: &str = "STOREFRONT_SIGNUP_ENGINE";

/// The first one is the default.
const ENGINES: &[Engine] = &[CHROMIUM];

const CHROMIUM: Engine = Engine {
    name: "chromium",
    driver: "chromedriver",
    driver_variable: "CHROMEDRIVER",
    capabilities: || {
        json!({
            "browserName": "chrome",
            "goog:chromeOptions": {
                "args": [
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--no-first-run",
                    // Without its driver the browser ends too.
                    "--remote-debugging-pipe",
                ],
            },
        })
    },
};

/// An engine and the driver that speaks WebDriver for it. A session has a fresh profile.
pub(crate) struct Engine {
    name: &'static str,
    driver: &'static str,
    driver_variable: &'static str,
    capabilities: fn() -> Value,
}

impl Engine {
    /// The engine that the environment names.
    ///
    /// # Errors
    /// When there is none of that name.
    pub fn chosen() -> Result<&'static Self> {
        let name = env::var(CHOICE).ok();
        let is_meant = |engine: &&Self| name.as_deref().is_none_or(|name| name == engine.name);
        let found = ENGINES.iter().find(is_meant);
        found.with_context(|| {
            format!(
                "{CHOICE} has to be one of {:?}",
                ENGINES.iter().map(|engine| engine.name).collect::<Vec<_>>()
            )
        })
    }

    /// The driver's program.
    pub fn driver(&self) -> OsString {
        env::var_os(self.driver_variable).unwrap_or_else(|| self.driver.into())
    }

    /// What a session is asked for.
    ///
    /// # Errors
    /// When the engine's constant is no object.
    pub fn capabilities(&self) -> Result<Capabilities> {
        match (self.capabilities)() {
            Value::Object(members) => Ok(members.into()),
            other => anyhow::bail!("the capabilities of {} are {other}", self.name),
        }
    }
}
