//! Programs that end with this one, however it ends: see `bin/keeper.rs`.

use anyhow::{Context, Result};
use std::env;
use std::ffi::{OsStr, OsString};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// Set by cargo for the tests of the package.
const KEEPER: &str = "CARGO_BIN_EXE_keeper";

/// A program that runs under a keeper. Dropping it ends the program and all that it has started.
pub struct ChildProcess(Child);

impl ChildProcess {
    /// A command that runs a program under a keeper.
    ///
    /// # Errors
    /// When the keeper is not to be found.
    pub fn command(program: &OsStr) -> Result<Command> {
        let mut command = Command::new(keeper()?);
        // In a group of its own, so that whoever kills the group of the tests does not kill the keeper too.
        command.arg(program).stdin(Stdio::piped()).process_group(0);
        Ok(command)
    }

    /// Starts a command of [`ChildProcess::command`].
    ///
    /// # Errors
    /// When it does not start.
    pub fn start(mut command: Command) -> Result<Self> {
        let name = command.get_args().next().map(OsStr::to_owned);
        let child = command.spawn();
        let name = name.unwrap_or_else(|| OsString::from("nothing"));
        Ok(Self(
            child.with_context(|| format!("starting {}", name.display()))?,
        ))
    }

    /// The id of the keeper's process.
    pub fn id(&self) -> u32 {
        self.0.id()
    }

    /// The keeper's process.
    pub fn process(&mut self) -> &mut Child {
        &mut self.0
    }
}

impl Drop for ChildProcess {
    fn drop(&mut self) {
        // Closes the pipe first.
        let _ = self.0.wait();
    }
}

fn keeper() -> Result<PathBuf> {
    if let Some(path) = env::var_os(KEEPER) {
        return Ok(path.into());
    }
    // A test program stands in `deps`, beside the keeper.
    let own = env::current_exe()?;
    let folder = own.ancestors().nth(2).map(Path::to_owned);
    Ok(folder.context("this program has no folder")?.join("keeper"))
}
