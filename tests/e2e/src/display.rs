//! A screen that nobody sees, for a browser that has to show its window.

use crate::keeper::ChildProcess;
use anyhow::{Context, Result, ensure};
use std::io::{BufRead, BufReader};
use std::process::Stdio;

/// A running X server for one browser, which has the focus there. It ends when this is dropped.
pub(crate) struct Display {
    /// Its name for `DISPLAY`.
    pub name: String,
    _server: ChildProcess,
}

impl Display {
    /// Starts one at a free number.
    ///
    /// # Errors
    /// When it can't be started.
    pub fn start() -> Result<Self> {
        let mut command = ChildProcess::command("Xvfb".as_ref())?;
        command.args(["-displayfd", "1", "-screen", "0", "1280x1024x24"]);
        command.args(["-nolisten", "tcp"]);
        command.stdout(Stdio::piped()).stderr(Stdio::null());
        let mut server = ChildProcess::start(command)?;
        let output = server.process().stdout.take();
        let mut line = String::new();
        BufReader::new(output.context("Xvfb has no output")?).read_line(&mut line)?;
        ensure!(line.ends_with('\n'), "Xvfb ended at once");
        Ok(Self {
            name: format!(":{}", line.trim()),
            _server: server,
        })
    }
}
