//! Programs from npm packages.

use crate::context::Context;
use crate::process;
use anyhow::{Context as _, Result};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A folder with exact versions of npm packages, and with other files.
pub struct NpmProject {
    /// The name of the folder.
    pub name: &'static str,
    /// The version of the main package, part of the folder's name.
    pub version: &'static str,
    /// The text of package.json.
    pub manifest: &'static str,
    /// The text of package-lock.json, if the packages below the main ones are pinned too.
    pub lock: Option<&'static str>,
    /// Other files: name and text.
    pub files: &'static [(&'static str, &'static str)],
    /// A text that says how long the installation takes.
    pub expectation: &'static str,
}

/// Installs a project if it is missing, and returns its folder.
pub fn install(context: &Context, project: &NpmProject) -> Result<PathBuf> {
    let folder = context.tool(project.name, project.version);
    if !has_packages(&folder, project) {
        install_packages(context, project, &folder)?;
    }
    for (name, text) in project.files {
        fs::write(folder.join(name), text)?;
    }
    Ok(folder)
}

/// Whether exactly these packages are installed. The folder appears once they are complete.
fn has_packages(folder: &Path, project: &NpmProject) -> bool {
    let has = |name, text: &str| fs::read_to_string(folder.join(name)).is_ok_and(|own| own == text);
    has("package.json", project.manifest)
        && project
            .lock
            .is_none_or(|lock| has("package-lock.json", lock))
}

fn install_packages(context: &Context, project: &NpmProject, folder: &Path) -> Result<()> {
    let tools = folder.parent().context("a tool has a folder around it")?;
    fs::create_dir_all(tools)?;
    let incomplete = tempfile::tempdir_in(tools)?;
    fs::write(incomplete.path().join("package.json"), project.manifest)?;
    let mut npm = match project.lock {
        Some(lock) => npm_ci(incomplete.path(), lock)?,
        None => npm_install(incomplete.path()),
    };
    let title = format!("Installing {} {}", project.name, project.version);
    process::run(context, &title, project.expectation, &mut npm)?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::rename(incomplete.keep(), folder)?;
    Ok(())
}

fn npm_install(folder: &Path) -> Command {
    let mut command = npm(folder, "install");
    command.args(["--no-package-lock", "--no-save"]);
    command
}

/// Installs the packages that a lock names, without the peers that they would like beside them.
fn npm_ci(folder: &Path, lock: &str) -> Result<Command> {
    fs::write(folder.join("package-lock.json"), lock)?;
    let mut command = npm(folder, "ci");
    command.arg("--legacy-peer-deps");
    Ok(command)
}

fn npm(folder: &Path, verb: &str) -> Command {
    let mut command = Command::new("npm");
    command
        .current_dir(folder)
        .arg(verb)
        .args(["--ignore-scripts", "--no-audit", "--no-fund"]);
    command
}
