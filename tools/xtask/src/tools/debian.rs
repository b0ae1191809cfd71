//! Debian packages.

use super::find_program;
use crate::context::Context;
use crate::process;
use anyhow::{Result, bail};
use rustix::process::geteuid;
use std::process::Command;

/// Installs Debian packages.
///
/// # Errors
/// If this can't install packages. The message says what to install by hand.
pub fn install(context: &Context, what: &str, packages: &[&str]) -> Result<()> {
    let names = packages.join(" ");
    if find_program("apt-get").is_none() {
        bail!("{what} is missing: install it (Debian calls it `{names}`) and run this again");
    }
    if !geteuid().is_root() {
        bail!("{what} is missing: run `sudo apt-get install {names}` and then this again");
    }
    let title = format!("Installing {what} ({names})");
    let update = &mut apt_get(&["update"]);
    process::run(context, "Updating the package lists", "under 1 min", update)?;
    let install = &mut apt_get(&["install", "--yes", "--no-install-recommends"]);
    process::run(context, &title, "about 1 min", install.args(packages))?;
    Ok(())
}

fn apt_get(arguments: &[&str]) -> Command {
    let mut command = Command::new("apt-get");
    command
        .args(arguments)
        .env("DEBIAN_FRONTEND", "noninteractive");
    command
}
