//! Chromium and its driver.

use super::definition::{Driver, Engine};
use crate::context::Context;
use crate::tools::{debian, find_program};
use anyhow::{Context as _, Result};
use std::ffi::OsString;

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

fn driver(context: &Context) -> Result<Driver> {
    if !is_installed() {
        debian::install(context, ENGINE.title, &["chromium", "chromium-driver"])?;
    }
    Ok(Driver {
        program: find_program("chromedriver").context("chromedriver is not on the PATH")?,
        arguments: OsString::new(),
    })
}

fn is_installed() -> bool {
    let has_browser = BROWSERS.iter().any(|name| find_program(name).is_some());
    has_browser && find_program("chromedriver").is_some()
}
