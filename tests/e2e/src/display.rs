//! A screen that nobody sees, for a browser that has to show its window.

use anyhow::{Context, Result, ensure};
use rustix::process::{Pid, Signal, kill_process};
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};

/// A running X server for one browser, which has the focus there. It ends when this is dropped.
pub(crate) struct Display {
    server: Child,
    /// Its name for `DISPLAY`.
    pub name: String,
}

impl Display {
    /// Starts one at a free number.
    ///
    /// # Errors
    /// When it can't be started.
    pub fn start() -> Result<Self> {
        let mut command = Command::new("Xvfb");
        command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24"]);
        command.args(["-nolisten", "tcp"]);
        let server = command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut display = Self {
            server: server.spawn().context("starting Xvfb")?,
            name: String::new(),
        };
        let output = display.server.stdout.take().context("Xvfb has no output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        ensure!(line.ends_with('\n'), "Xvfb ended at once");
        display.name = format!(":{}", line.trim());
        Ok(display)
    }
}

impl Drop for Display {
    fn drop(&mut self) {
        // Not killed, so that it takes its lock file away.
        let _ = kill_process(Pid::from_child(&self.server), Signal::TERM);
        let _ = self.server.wait();
    }
}
