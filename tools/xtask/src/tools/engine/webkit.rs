//! WebKit's GTK port and its driver.

use super::definition::{Driver, Engine};
use crate::context::Context;
use crate::tools::{debian, find_program};
use anyhow::{Context as _, Result};
use std::ffi::OsString;

/// WebKit's GTK port: Safari's engine on Linux. It has no headless mode.
pub const ENGINE: Engine = Engine {
    name: "webkit",
    title: "WebKit",
    session: None,
    has_window: true,
    variable: "SAFARIDRIVER",
    driver,
};

const DRIVER: &str = "WebKitWebDriver";

/// The driver's package contains the browser.
fn driver(context: &Context) -> Result<Driver> {
    if [DRIVER, "Xvfb"]
        .iter()
        .any(|name| find_program(name).is_none())
    {
        debian::install(context, ENGINE.title, &["webkit2gtk-driver", "xvfb"])?;
    }
    Ok(Driver {
        program: find_program(DRIVER).context("WebKitWebDriver is not on the PATH")?,
        arguments: OsString::new(),
    })
}
