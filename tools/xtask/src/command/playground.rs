//! Builds the playground, for `serve` and for the end-to-end tests.

use crate::context::Context;
use crate::process;
use crate::tools::{cargo, path_with, rustup};
use anyhow::Result;
use std::env;
use std::path::PathBuf;
use std::process::Command;

/// The path under which the test server has the files.
const PUBLIC_URL: &str = "/playground/";

/// Builds the playground, and returns the folder with its files.
pub fn build(context: &Context) -> Result<PathBuf> {
    let folder = context.target("playground");
    let mut trunk = trunk(context, "build")?;
    trunk
        .args(["--public-url", PUBLIC_URL, "--dist"])
        .arg(&folder);
    process::run(
        context,
        "Building the playground",
        "about 2 min at first",
        &mut trunk,
    )?;
    Ok(folder)
}

/// A trunk command. wasm-bindgen is on its PATH, so that trunk does not download it.
pub fn trunk(context: &Context, verb: &str) -> Result<Command> {
    rustup::wasm_target(context)?;
    let wasm_bindgen = cargo::wasm_bindgen(context)?;
    let trunk = cargo::trunk(context)?;
    let mut command = Command::new(trunk.join("trunk"));
    command
        .current_dir(&context.root)
        .arg(verb)
        .env("PATH", path_with(&[&wasm_bindgen])?);
    if env::var_os("NO_COLOR").is_some() {
        // trunk accepts only `true` and `false` here.
        command.env("NO_COLOR", "true");
    }
    Ok(command)
}
