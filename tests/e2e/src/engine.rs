//! The browsers' engines: one constant each, and one place in [`ENGINES`].

use crate::ability::Ability;
use anyhow::{Context, Result};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::env;
use std::ffi::OsString;
use std::io::{Write, stdout};
use std::sync::{Mutex, PoisonError};
use std::thread;
use thirtyfour::Capabilities;

/// `cargo xtask test --show` sets it.
const SHOW: &str = "STOREFRONT_SIGNUP_SHOW";

const CHOICE: &str = "STOREFRONT_SIGNUP_ENGINE";

/// The first one is the default.
const ENGINES: &[Engine] = &[CHROMIUM, FIREFOX, WEBKIT];

const CHROMIUM: Engine = Engine {
    name: "chromium",
    driver: "chromedriver",
    driver_variable: "CHROMEDRIVER",
    has_window: false,
    is_used_once: false,
    lacks: &[],
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

const FIREFOX: Engine = Engine {
    name: "firefox",
    driver: "geckodriver",
    driver_variable: "GECKODRIVER",
    has_window: false,
    is_used_once: false,
    lacks: &[Ability::CutBodies, Ability::DevTools, Ability::LayoutShifts],
    capabilities: || {
        json!({
            "browserName": "firefox",
            "moz:firefoxOptions": { "args": ["-headless"] },
        })
    },
};

const WEBKIT: Engine = Engine {
    name: "webkit",
    driver: "WebKitWebDriver",
    driver_variable: "SAFARIDRIVER",
    has_window: true,
    // Its page process has died of an assertion of its own after dozens of tests, and it starts within a second.
    is_used_once: true,
    lacks: &[Ability::DevTools, Ability::LayoutShifts],
    capabilities: || json!({}),
};

/// An engine and the driver that speaks WebDriver for it. A session has a fresh profile.
pub(crate) struct Engine {
    pub name: &'static str,
    driver: &'static str,
    /// The driver's path; with `_ARGS` behind it, what it is started with.
    driver_variable: &'static str,
    /// Whether it shows its window somewhere in any case.
    pub has_window: bool,
    /// Whether each test gets a browser of its own.
    pub is_used_once: bool,
    lacks: &'static [Ability],
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

    /// Whether it is the one that nothing is spared.
    pub fn is_first(&self) -> bool {
        ENGINES.first().is_some_and(|first| first.name == self.name)
    }

    /// The driver's program.
    pub fn driver(&self) -> OsString {
        env::var_os(self.driver_variable).unwrap_or_else(|| self.driver.into())
    }

    /// What the driver is started with, beside the port.
    pub fn driver_arguments(&self) -> Vec<String> {
        let words = env::var(format!("{}_ARGS", self.driver_variable)).unwrap_or_default();
        words.split_whitespace().map(str::to_owned).collect()
    }

    /// Whether the engine can do something.
    pub fn has(&self, ability: Ability) -> bool {
        !self.lacks.contains(&ability)
    }

    /// Whether the engine can do something. Where it can't, the run says so with the test's name.
    pub fn can(&self, ability: Ability) -> bool {
        let can = self.has(ability);
        if !can {
            let thread = thread::current();
            let test = thread.name().unwrap_or("a test");
            tell_once(format!("not in {}: {ability} ({test})", self.name));
        }
        can
    }

    /// What a session is asked for.
    ///
    /// # Errors
    /// When the engine's constant is no object.
    pub fn capabilities(&self) -> Result<Capabilities> {
        match (self.capabilities)() {
            Value::Object(mut members) => {
                if is_shown() {
                    members.values_mut().for_each(show);
                }
                Ok(members.into())
            }
            other => anyhow::bail!("the capabilities of {} are {other}", self.name),
        }
    }
}

/// Whether people want to see the browsers.
pub(crate) fn is_shown() -> bool {
    env::var_os(SHOW).is_some()
}

/// Takes what hides a window from the arguments of a browser, if these are a browser's options.
fn show(options: &mut Value) {
    if let Some(arguments) = options.get_mut("args").and_then(Value::as_array_mut) {
        let hides = |argument: &Value| {
            argument
                .as_str()
                .is_some_and(|text| text.contains("-headless"))
        };
        arguments.retain(|argument| !hides(argument));
    }
}

/// The name of the engine that the tests run in.
///
/// # Errors
/// When the environment names one that there is not.
pub fn engine_name() -> Result<&'static str> {
    Ok(Engine::chosen()?.name)
}

/// Prints a line that `cargo xtask test` shows and counts, also of tests that pass.
pub(crate) fn tell_once(line: String) {
    static TOLD: Mutex<BTreeSet<String>> = Mutex::new(BTreeSet::new());
    let mut told = TOLD.lock().unwrap_or_else(PoisonError::into_inner);
    if !told.contains(&line) {
        // Not by `println!`, which is shown for failed tests only.
        let _ = writeln!(stdout(), "\n{line}");
        told.insert(line);
    }
}
