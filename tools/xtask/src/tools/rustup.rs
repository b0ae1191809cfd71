//! Parts of the Rust toolchain that rustup has to add.

use crate::context::Context;
use crate::process;
use anyhow::{Result, bail};
use std::path::Path;
use std::process::Command;

/// The target of the widget.
pub const WASM: &str = "wasm32-unknown-unknown";

/// Adds the standard library for WebAssembly if it is missing.
pub fn wasm_target(context: &Context) -> Result<()> {
    let mut rustc = Command::new("rustc");
    rustc
        .current_dir(&context.root)
        .args(["--print", "target-libdir", "--target", WASM]);
    let folder = process::read(&mut rustc)?;
    match Path::new(folder.trim()).is_dir() {
        true => Ok(()),
        false => add(context, ["target", "add", WASM]),
    }
}

/// Adds the source of the standard library if it is missing, to build the library from it.
pub fn standard_library_source(context: &Context) -> Result<()> {
    let mut rustc = Command::new("rustc");
    rustc
        .current_dir(&context.root)
        .args(["--print", "sysroot"]);
    let sysroot = process::read(&mut rustc)?;
    let library = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/Cargo.lock");
    match library.is_file() {
        true => Ok(()),
        false => add(context, ["component", "add", "rust-src"]),
    }
}

/// Adds the component with a cargo subcommand if it is missing, for example `rustfmt` for `fmt`.
pub fn component(context: &Context, subcommand: &str, name: &str) -> Result<()> {
    let mut version = context.cargo([subcommand, "--version"]);
    match process::read(&mut version).is_ok() {
        true => Ok(()),
        false => add(context, ["component", "add", name]),
    }
}

fn add(context: &Context, arguments: [&str; 3]) -> Result<()> {
    let [_, _, what] = arguments;
    if super::find_program("rustup").is_none() {
        bail!("Rust's `{what}` is missing and there is no rustup: install it for this toolchain");
    }
    let mut rustup = Command::new("rustup");
    rustup.current_dir(&context.root).args(arguments);
    let title = format!("Adding {what} to the Rust toolchain");
    process::run(context, &title, "under 1 min", &mut rustup)?;
    Ok(())
}
