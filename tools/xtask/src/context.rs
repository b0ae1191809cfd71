//! The folders that the commands use, and how much the commands print.

use anyhow::{Context as _, Result};
use std::env;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The folders and the verbosity of a run.
pub struct Context {
    /// The folder of the repository.
    pub root: PathBuf,
    /// The folder for tools. All clones of this user share it, and it outlives `target/`.
    pub cache: PathBuf,
    /// Whether to print the output of tools while they run.
    pub verbose: bool,
}

impl Context {
    /// The context of this clone and this user.
    ///
    /// # Errors
    /// If there is no home folder.
    pub fn new(verbose: bool) -> Result<Self> {
        let manifest = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = manifest
            .ancestors()
            .nth(2)
            .context("xtask is not two folders deep")?;
        Ok(Self {
            root: root.to_owned(),
            cache: cache_home()?.join("storefront-signup"),
            verbose,
        })
    }

    /// The folder of one version of a tool.
    pub fn tool(&self, name: &str, version: &str) -> PathBuf {
        self.cache.join("tools").join(format!("{name}-{version}"))
    }

    /// A path below the repository's `target/`.
    pub fn target(&self, path: &str) -> PathBuf {
        self.root.join("target").join(path)
    }

    /// A cargo command that runs in the repository.
    pub fn cargo<const N: usize>(&self, arguments: [&str; N]) -> Command {
        let mut command = Command::new("cargo");
        command.current_dir(&self.root).args(arguments);
        command
    }
}

fn cache_home() -> Result<PathBuf> {
    if let Some(folder) = env::var_os("XDG_CACHE_HOME").filter(|folder| !folder.is_empty()) {
        return Ok(folder.into());
    }
    let home = env::home_dir().context("no home folder: set HOME or XDG_CACHE_HOME")?;
    Ok(home.join(".cache"))
}
