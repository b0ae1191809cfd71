//! The sandbox store as a program of its own, for `serve` and for the vendors' clients.

use crate::context::Context;
use crate::http;
use crate::process::{self, Group};
use anyhow::Result;
use std::process::Command;
use std::time::Duration;

/// Its name in messages.
pub const NAME: &str = "The sandbox store";

const LIMIT: Duration = Duration::from_secs(60);

/// Builds it.
pub fn build(context: &Context) -> Result<()> {
    let mut build = context.cargo(["build", "--locked", "--package", "sandbox"]);
    process::run(
        context,
        "Building the sandbox store",
        "about 1 min at first",
        &mut build,
    )?;
    Ok(())
}

/// A command that runs it on a port. The file for its accounts can follow as `--data`.
pub fn command(context: &Context, port: u16) -> Command {
    let mut command = context.cargo(["run", "--quiet", "--package", "sandbox", "--", "--port"]);
    command.arg(port.to_string());
    command
}

/// Waits until it responds.
pub fn wait(group: &mut Group, port: u16) -> Result<()> {
    group.wait_until(LIMIT, || http::answers(port, "/"))
}
