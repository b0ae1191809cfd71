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

/// Whether the packages of this package.json are installed. The folder appears once they are complete.
fn has_packages(folder: &Path, project: &NpmProject) -> bool {
    fs::read_to_string(folder.join("package.json")).is_ok_and(|text| text == project.manifest)
}

fn install_packages(context: &Context, project: &NpmProject, folder: &Path) -> Result<()> {
    let tools = folder.parent().context("a tool has a folder around it")?;
    fs::create_dir_all(tools)?;
    let incomplete = tempfile::tempdir_in(tools)?;
    fs::write(incomplete.path().join("package.json"), project.manifest)?;
    let title = format!("Installing {} {}", project.name, project.version);
    process::run(
        context,
        &title,
        project.expectation,
        &mut npm_install(incomplete.path()),
    )?;
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    fs::rename(incomplete.keep(), folder)?;
    Ok(())
}

fn npm_install(folder: &Path) -> Command {
    let mut command = Command::new("npm");
    command.current_dir(folder).args([
        "install",
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-package-lock",
        "--no-save",
    ]);
    command
}
