//! The browsers' engines that the tests run in, each with the program that drives it.

use super::{chromium, firefox, webkit};
use crate::context::Context;
use anyhow::Result;
use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;

/// An engine: one constant in a file of its own, and one place in [`ALL`].
pub struct Engine {
    /// Its name for `--engine`, in the report and for tests/e2e.
    pub name: &'static str,
    /// What people call it.
    pub title: &'static str,
    /// What a session of wasm-bindgen's test runner is asked for: a file in tools/xtask/webdriver.
    pub session: Option<&'static str>,
    /// Whether it shows its window somewhere in any case.
    pub has_window: bool,
    /// The variable that wasm-bindgen's test runner and tests/e2e know its driver by.
    pub variable: &'static str,
    /// Installs what is missing.
    pub driver: fn(&Context) -> Result<Driver>,
}

/// The program that speaks WebDriver for an engine.
pub struct Driver {
    /// Its path.
    pub program: PathBuf,
    /// What it is started with, beside the port.
    pub arguments: OsString,
}

/// All engines, in the order in which the suites visit them.
pub static ALL: &[Engine] = &[chromium::ENGINE, firefox::ENGINE, webkit::ENGINE];

/// The engine for what runs in one only.
pub static FIRST: &[Engine] = &[chromium::ENGINE];

/// The names for `--engine`.
pub fn names() -> Vec<&'static str> {
    ALL.iter().map(|engine| engine.name).collect()
}

impl Engine {
    /// Installs the engine where it is missing and tells tests of its driver, and of no other one.
    pub fn hand_to(&self, context: &Context, tests: &mut Command) -> Result<()> {
        let driver = (self.driver)(context)?;
        for engine in ALL {
            for suffix in ["", "_ARGS", "_REMOTE"] {
                tests.env_remove(format!("{}{suffix}", engine.variable));
            }
        }
        tests
            .env(self.variable, driver.program)
            .env(format!("{}_ARGS", self.variable), driver.arguments);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;
    use std::ffi::OsStr;

    const PLAYED: Engine = Engine {
        name: "played",
        title: "Played",
        session: None,
        has_window: false,
        variable: "GECKODRIVER",
        driver: |_| {
            Ok(Driver {
                program: PathBuf::from("/played/driver"),
                arguments: "--binary /played/browser".into(),
            })
        },
    };

    #[test]
    fn tests_are_told_of_one_driver_only() {
        let mut tests = Command::new("true");
        tests.env("CHROMEDRIVER", "/another/driver");
        PLAYED
            .hand_to(&Context::new(false).unwrap(), &mut tests)
            .unwrap();
        let told: Vec<_> = tests
            .get_envs()
            .filter(|(_, value)| value.is_some())
            .collect();
        let expected = [
            ("GECKODRIVER", "/played/driver"),
            ("GECKODRIVER_ARGS", "--binary /played/browser"),
        ];
        let expected = expected.map(|(name, value)| (OsStr::new(name), Some(OsStr::new(value))));
        assert_eq!(told, expected);
    }

    #[test]
    fn engines_are_told_apart_by_name_and_by_variable() {
        let variables: HashSet<_> = ALL.iter().map(|engine| engine.variable).collect();
        assert_eq!(variables.len(), ALL.len());
        assert_eq!(names(), ["chromium", "firefox", "webkit"]);
    }
}
