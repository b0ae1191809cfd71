//! WebKit's GTK port and its driver.

use super::engine::{Driver, Engine};
use super::{debian, find_program};
use crate::context::Context;
use anyhow::{Context as _, Result};
use std::ffi::OsString;

/// The engine of Safari, as far as it runs here. It has no headless mode.
pub const ENGINE: Engine = Engine {
    name: "webkit",
    title: "WebKit",
    session: None,
    has_window: true,
    variable: "SAFARIDRIVER",
    driver,
};

const DRIVER: &str = "WebKitWebDriver";

/// The browser is in the driver's package.
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
