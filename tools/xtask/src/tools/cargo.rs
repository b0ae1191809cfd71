//! Tools that `cargo install` builds.

use crate::context::Context;
use crate::process;
use anyhow::{Context as _, Result, bail};
use serde::Deserialize;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

/// A tool from the crates registry.
struct CargoTool<'a> {
    name: &'a str,
    version: &'a str,
    program: &'a str,
    expectation: &'a str,
    /// Whether to build the tool with the versions in its own Cargo.lock.
    is_locked: bool,
}

/// The folder with trunk, which builds and serves the playground.
pub fn trunk(context: &Context) -> Result<PathBuf> {
    install(
        context,
        &CargoTool {
            name: "trunk",
            version: "0.21.14",
            program: "trunk",
            expectation: "about 3 min, once per machine",
            is_locked: true,
        },
    )
}

/// The folder with cargo-deny, which checks advisories, licences, bans and sources.
pub fn deny(context: &Context) -> Result<PathBuf> {
    install(
        context,
        &CargoTool {
            name: "cargo-deny",
            version: "0.20.2",
            program: "cargo-deny",
            expectation: "about 4 min, once per machine",
            is_locked: true,
        },
    )
}

/// The folder with geckodriver, which speaks WebDriver for Firefox.
pub fn geckodriver(context: &Context) -> Result<PathBuf> {
    install(
        context,
        &CargoTool {
            name: "geckodriver",
            version: "0.37.1",
            program: "geckodriver",
            expectation: "about 3 min, once per machine",
            is_locked: true,
        },
    )
}

/// The folder with wasm-bindgen and its test runner, in the version of the repository's Cargo.lock.
pub fn wasm_bindgen(context: &Context) -> Result<PathBuf> {
    let lock = fs::read_to_string(context.root.join("Cargo.lock"))?;
    install(
        context,
        &CargoTool {
            name: "wasm-bindgen-cli",
            version: &locked_version(&lock, "wasm-bindgen")?,
            program: "wasm-bindgen",
            expectation: "about 2 min, once per machine",
            is_locked: false,
        },
    )
}

fn install(context: &Context, tool: &CargoTool) -> Result<PathBuf> {
    let folder = context.tool(tool.name, tool.version);
    let bin = folder.join("bin");
    if bin.join(tool.program).is_file() {
        return Ok(bin);
    }
    fs::create_dir_all(&folder)?;
    let target = tempfile::tempdir_in(&context.cache)?;
    let mut command = Command::new("cargo");
    command
        .current_dir(&context.cache)
        .args(["install", tool.name, "--version", tool.version, "--debug"])
        .args(tool.is_locked.then_some("--locked"))
        .arg("--root")
        .arg(&folder)
        .env("CARGO_TARGET_DIR", target.path())
        .env("CARGO_PROFILE_DEV_DEBUG", "false");
    let title = format!("Installing {} {}", tool.name, tool.version);
    process::run(context, &title, tool.expectation, &mut command)?;
    Ok(bin)
}

#[derive(Deserialize)]
struct Lock {
    package: Vec<LockedPackage>,
}

#[derive(Deserialize)]
struct LockedPackage {
    name: String,
    version: String,
}

/// The version of a package in the text of a Cargo.lock, which has to list it once.
fn locked_version(lock: &str, name: &str) -> Result<String> {
    let lock: Lock = toml::from_str(lock).context("Cargo.lock can't be read")?;
    let mut versions = lock.package.into_iter().filter(|one| one.name == name);
    match (versions.next(), versions.next()) {
        (Some(package), None) => Ok(package.version),
        (None, _) => bail!("{name} is not in Cargo.lock"),
        (Some(_), Some(_)) => bail!("{name} is in Cargo.lock in more than one version"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
        version = 4
        [[package]]
        name = "wasm-bindgen"
        version = "0.2.130"
        [[package]]
        name = "syn"
        version = "1.0.0"
        [[package]]
        name = "syn"
        version = "2.0.0"
    "#;

    #[test]
    fn the_version_of_a_package_comes_from_the_lock_file() {
        assert_eq!(locked_version(LOCK, "wasm-bindgen").unwrap(), "0.2.130");
    }

    #[test]
    fn a_package_that_is_missing_or_listed_twice_has_no_version() {
        let missing = locked_version(LOCK, "leptos").unwrap_err();
        assert_eq!(missing.to_string(), "leptos is not in Cargo.lock");
        let twice = locked_version(LOCK, "syn").unwrap_err();
        assert!(twice.to_string().contains("more than one version"));
    }
}
