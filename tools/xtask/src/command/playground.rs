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

/// The folder with the files of the built playground.
pub fn folder(context: &Context) -> PathBuf {
    context.target("playground")
}

/// Builds the playground into its [`folder`].
pub fn build(context: &Context) -> Result<()> {
    let mut trunk = trunk(context, "build")?;
    trunk
        .args(["--public-url", PUBLIC_URL, "--dist"])
        .arg(folder(context));
    process::run(
        context,
        "Building the playground",
        "about 2 min at first",
        &mut trunk,
    )?;
    Ok(())
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
