//! Running other programs.

pub mod group;
pub mod interrupt;
mod progress;

pub use group::Group;
pub use progress::spell_duration;

use crate::context::Context;
use anyhow::{Context as _, Result, bail};
use progress::Progress;
use std::io::{self, Write};
use std::process::{Command, ExitStatus};
use std::time::Duration;

const POLL: Duration = Duration::from_millis(50);

/// Runs a command, and returns its output. Prints a line every 20 seconds while the command runs.
///
/// `title` says what the command does, `expectation` how long that takes.
///
/// # Errors
/// If the command fails. Then this prints its output.
pub fn run(
    context: &Context,
    title: &str,
    expectation: &str,
    command: &mut Command,
) -> Result<String> {
    let mut progress = Progress::start(title, expectation);
    let mut group = Group::start_captured(title, command)?;
    let status = wait(context, &mut group, &mut progress)?;
    let output = group.output()?;
    if !status.success() {
        if !context.verbose {
            eprint!("{output}");
        }
        bail!("{title}: failed after {} ({status})", progress.elapsed());
    }
    progress.finish();
    Ok(output)
}

/// Runs a short command, and returns its standard output.
pub fn read(command: &mut Command) -> Result<String> {
    let name = command.get_program().to_string_lossy().into_owned();
    let output = command
        .output()
        .with_context(|| format!("{name} does not start"))?;
    if !output.status.success() {
        let complaint = String::from_utf8_lossy(&output.stderr);
        bail!("{name}: {} ({})", complaint.trim(), output.status);
    }
    Ok(String::from_utf8_lossy(&output.stdout).into_owned())
}

fn wait(context: &Context, group: &mut Group, progress: &mut Progress) -> Result<ExitStatus> {
    let mut shown = 0;
    loop {
        let status = group.status()?;
        if context.verbose {
            shown += show_from(group, shown)?;
        }
        if let Some(status) = status {
            return Ok(status);
        }
        interrupt::pause(POLL)?;
        progress.beat();
    }
}

/// Prints the output from `offset` on, and returns its length.
fn show_from(group: &Group, offset: u64) -> Result<u64> {
    let added = group.output_from(offset)?;
    io::stderr().write_all(&added)?;
    Ok(u64::try_from(added.len())?)
}
