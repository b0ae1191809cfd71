//! Chromium and its driver, for the tests in a browser.

use super::{debian, find_program};
use crate::context::Context;
use anyhow::{Context as _, Result};
use std::path::PathBuf;

const BROWSERS: [&str; 4] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
];

/// The path of chromedriver, with a browser for it.
pub fn driver(context: &Context) -> Result<PathBuf> {
    if !is_installed() {
        debian::install(context, "Chromium", &["chromium", "chromium-driver"])?;
    }
    find_program("chromedriver").context("chromedriver is not on the PATH")
}

fn is_installed() -> bool {
    let has_browser = BROWSERS.iter().any(|name| find_program(name).is_some());
    has_browser && find_program("chromedriver").is_some()
}
