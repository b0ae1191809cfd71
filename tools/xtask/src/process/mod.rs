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

/// Reads the output of a command while the command runs.
pub trait Observer {
    /// Reads one line, without its end.
    fn read(&mut self, line: &str);

    /// How far the command is, for the lines that show its progress. Empty if nobody can tell.
    fn progress(&self) -> String;
}

/// Reads nothing.
impl Observer for () {
    fn read(&mut self, _: &str) {}

    fn progress(&self) -> String {
        String::new()
    }
}

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
    run_observed(context, title, expectation, command, &mut ())
}

/// Like [`run`], with somebody who reads the output as it comes.
///
/// # Errors
/// If the command fails. Then this prints its output.
pub fn run_observed(
    context: &Context,
    title: &str,
    expectation: &str,
    command: &mut Command,
    observer: &mut impl Observer,
) -> Result<String> {
    let mut progress = Progress::start(title, expectation);
    let mut group = Group::start_captured(title, command)?;
    let status = wait(context, &mut group, &mut progress, observer)?;
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

fn wait(
    context: &Context,
    group: &mut Group,
    progress: &mut Progress,
    observer: &mut impl Observer,
) -> Result<ExitStatus> {
    let mut lines = Lines::default();
    loop {
        let status = group.status()?;
        let added = group.output_from(lines.bytes)?;
        if context.verbose {
            io::stderr().write_all(&added)?;
        }
        lines.add(&added, observer);
        if let Some(status) = status {
            return Ok(status);
        }
        interrupt::pause(POLL)?;
        progress.beat(&observer.progress());
    }
}

/// An output that comes in pieces, cut into lines.
#[derive(Default)]
struct Lines {
    /// The length of the output so far.
    bytes: u64,
    /// The line that has not ended yet.
    begun: Vec<u8>,
}

impl Lines {
    fn add(&mut self, piece: &[u8], observer: &mut impl Observer) {
        self.bytes += piece.len() as u64;
        for part in piece.split_inclusive(|byte| *byte == b'\n') {
            self.begun.extend(part);
            if let Some(line) = self.begun.strip_suffix(b"\n") {
                observer.read(&String::from_utf8_lossy(line));
                self.begun.clear();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Observer for Vec<String> {
        fn read(&mut self, line: &str) {
            self.push(line.to_owned());
        }

        fn progress(&self) -> String {
            self.len().to_string()
        }
    }

    #[test]
    fn a_line_is_read_once_it_is_complete() {
        let (mut lines, mut seen) = (Lines::default(), Vec::new());
        lines.add(b"one\ntw", &mut seen);
        assert_eq!(seen, ["one"]);
        lines.add(b"o\n\nthr", &mut seen);
        assert_eq!(seen, ["one", "two", ""]);
        assert_eq!(lines.bytes, 12);
    }

    #[test]
    fn the_last_lines_of_a_command_are_read_too() {
        let mut seen = Vec::new();
        let context = Context::new(false).unwrap();
        let mut command = Command::new("sh");
        command.args(["-c", "echo one; echo two >&2"]);
        run_observed(&context, "Echoing", "no time", &mut command, &mut seen).unwrap();
        assert_eq!(seen, ["one", "two"]);
    }
}
