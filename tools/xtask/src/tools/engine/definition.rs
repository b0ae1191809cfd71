//! The data about a browser engine that the tests need.

use crate::context::Context;
use anyhow::Result;
use std::ffi::OsString;
use std::path::PathBuf;

/// A browser engine.
pub struct Engine {
    /// Its name for `--engine`, in the report and for tests/e2e.
    pub name: &'static str,
    /// Its name for people.
    pub title: &'static str,
    /// The capabilities that wasm-bindgen's test runner asks for: a file in tools/xtask/webdriver.
    pub session: Option<&'static str>,
    /// Whether it always needs a screen, because it has no headless mode.
    pub has_window: bool,
    /// The variable in which wasm-bindgen's test runner and tests/e2e look for its driver.
    pub variable: &'static str,
    /// Finds the driver. Installs the browser and the driver if they are missing.
    pub driver: fn(&Context) -> Result<Driver>,
}

/// A WebDriver server.
pub struct Driver {
    /// The path of the program.
    pub program: PathBuf,
    /// Its arguments besides the port.
    pub arguments: OsString,
}
