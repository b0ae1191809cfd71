//! The browser engines that the tests run in: a file each, and a place in [`ALL`].

mod chromium;
mod definition;
mod firefox;
mod webkit;

use crate::context::Context;
use anyhow::Result;
use std::process::Command;

pub use chromium::program as chromium_program;
pub use definition::Engine;

/// All engines, in the order in which the suites visit them.
pub static ALL: &[Engine] = &[chromium::ENGINE, firefox::ENGINE, webkit::ENGINE];

/// The engine of the suites that run in one engine only.
pub static FIRST: &[Engine] = &[chromium::ENGINE];

/// The names for `--engine`.
pub fn names() -> Vec<&'static str> {
    ALL.iter().map(|engine| engine.name).collect()
}

impl Engine {
    /// Sets the variables of this engine's driver for the tests, and removes those of all others.
    /// Installs the engine if it is missing.
    pub fn set_driver(&self, context: &Context, tests: &mut Command) -> Result<()> {
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
    use super::definition::Driver;
    use super::*;
    use std::collections::HashSet;
    use std::ffi::OsStr;
    use std::path::PathBuf;

    const FAKE: Engine = Engine {
        name: "fake",
        title: "Fake",
        session: None,
        has_window: false,
        variable: "GECKODRIVER",
        driver: |_| {
            Ok(Driver {
                program: PathBuf::from("/fake/driver"),
                arguments: "--binary /fake/browser".into(),
            })
        },
    };

    #[test]
    fn tests_get_the_variables_of_one_driver() {
        let mut tests = Command::new("true");
        tests.env("CHROMEDRIVER", "/another/driver");
        FAKE.set_driver(&Context::new(false).unwrap(), &mut tests)
            .unwrap();
        let set: Vec<_> = tests
            .get_envs()
            .filter(|(_, value)| value.is_some())
            .collect();
        let expected = [
            ("GECKODRIVER", "/fake/driver"),
            ("GECKODRIVER_ARGS", "--binary /fake/browser"),
        ];
        let expected = expected.map(|(name, value)| (OsStr::new(name), Some(OsStr::new(value))));
        assert_eq!(set, expected);
    }

    #[test]
    fn engines_differ_in_name_and_in_variable() {
        let variables: HashSet<_> = ALL.iter().map(|engine| engine.variable).collect();
        assert_eq!(variables.len(), ALL.len());
        assert_eq!(names(), ["chromium", "firefox", "webkit"]);
    }
}
