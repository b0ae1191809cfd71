//! Chromium and its driver.

use super::definition::{Driver, Engine};
use crate::context::Context;
use crate::tools::{debian, find_program};
use anyhow::{Context as _, Result};
use std::ffi::OsString;
use std::path::PathBuf;

/// The engine of Chrome and Edge.
pub const ENGINE: Engine = Engine {
    name: "chromium",
    title: "Chromium",
    session: Some("chromium.json"),
    has_window: false,
    variable: "CHROMEDRIVER",
    driver,
};

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// The path of the browser. Installs it if it is missing.
pub fn program(context: &Context) -> Result<PathBuf> {
    install(context)?;
    let mut found = BROWSERS.iter().filter_map(|name| find_program(name));
    found.next().context("chromium is not on the PATH")
}

fn driver(context: &Context) -> Result<Driver> {
    install(context)?;
    Ok(Driver {
        program: find_program("chromedriver").context("chromedriver is not on the PATH")?,
        arguments: OsString::new(),
    })
}

fn install(context: &Context) -> Result<()> {
    if !is_installed() {
        debian::install(context, ENGINE.title, &["chromium", "chromium-driver"])?;
    }
    Ok(())
}

fn is_installed() -> bool {
    let has_browser = BROWSERS.iter().any(|name| find_program(name).is_some());
    has_browser && find_program("chromedriver").is_some()
}
