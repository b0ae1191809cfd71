//! Firefox and its driver.

use super::definition::{Driver, Engine};
use crate::context::Context;
use crate::tools::{cargo, debian, find_program};
use anyhow::{Context as _, Result};
use std::ffi::OsString;
use std::path::PathBuf;

/// The engine of Firefox, Gecko.
pub const ENGINE: Engine = Engine {
    name: "firefox",
    title: "Firefox",
    session: None,
    has_window: false,
    variable: "GECKODRIVER",
    driver,
};

const BROWSERS: [&str; 2] = ["firefox-esr", "firefox"];

fn driver(context: &Context) -> Result<Driver> {
    if browser().is_none() {
        debian::install(context, ENGINE.title, &["firefox-esr"])?;
    }
    let browser = browser().context("Firefox is not on the PATH")?;
    let mut arguments = OsString::from("--log fatal --binary ");
    arguments.push(browser);
    Ok(Driver {
        program: cargo::geckodriver(context)?.join("geckodriver"),
        arguments,
    })
}

fn browser() -> Option<PathBuf> {
    BROWSERS.iter().find_map(|name| find_program(name))
}
