//! The widget as a WebAssembly module with its glue.

use super::glue;
use super::names::ShortNames;
use super::packages::Packages;
use crate::context::Context;
use crate::process;
use crate::tools::rustup::{self, WASM};
use anyhow::{Context as _, Result, ensure};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// Functions that stand beside their namesakes compress better. The lowest memory is the end of the
/// stack (`--stack-first` is rustc's default), and a fresh memory is all zeros.
const OPTIMISATIONS: [&str; 7] = [
    "-Os",
    "--converge",
    "--low-memory-unused",
    "--zero-filled-memory",
    "--reorder-functions-by-name",
    "--strip-producers",
    "--strip-target-features",
];

const SHORT_NAMES: &str = "--minify-imports-and-exports-and-modules";

/// The standard library, compiled with the widget: for size, and with panics that end at once
/// (docs/decisions/0005-standard-library.md).
const OWN_STANDARD_LIBRARY: [&str; 5] = [
    "-Zbuild-std=std,panic_abort",
    "-Zbuild-std-features=optimize_for_size",
    "-Zpanic-immediate-abort",
    "--config",
    "profile.release.panic='immediate-abort'",
];

/// Compiles the widget and returns the path of the module.
pub fn build(context: &Context) -> Result<PathBuf> {
    rustup::standard_library_source(context)?;
    // Its own folder: these artefacts have nothing in common with those of other builds.
    let target = context.target("widget");
    // As a `cdylib` alone: beside an `rlib`, cargo leaves link-time optimisation out.
    let library = ["rustc", "--lib", "--crate-type", "cdylib"];
    let mut cargo = context.cargo(library);
    // Without descriptions of settings: the widget shows none.
    cargo.args(["--no-default-features", "--release", "--target", WASM]);
    cargo.args(OWN_STANDARD_LIBRARY);
    // Lets the pinned stable compiler take the options that begin with -Z.
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.arg("--target-dir").arg(&target);
    process::run(
        context,
        "Compiling the widget",
        "about 3 min at first",
        &mut cargo,
    )?;
    Ok(target.join(WASM).join("release/storefront_signup.wasm"))
}

/// Writes the module and its glue, `storefront_signup.js`, into a folder.
pub fn bind(context: &Context, tool: &Path, module: &Path, folder: &Path) -> Result<()> {
    let mut command = Command::new(tool.join("wasm-bindgen"));
    command
        .args([
            "--target",
            "web",
            "--no-typescript",
            "--omit-default-module-path",
            // After a stop inside of the module, the element starts it anew.
            "--experimental-reset-state-function",
            "--out-dir",
        ])
        .arg(folder)
        .arg(module);
    process::run(context, "Making the glue", "some seconds", &mut command)?;
    Ok(())
}

/// The module that [`bind`] leaves in a folder. It has the names of its functions.
pub fn bound_module(folder: &Path) -> PathBuf {
    folder.join("storefront_signup_bg.wasm")
}

/// Writes the module of a folder, made as small as possible, to `result`, and makes the glue
/// beside it fit.
pub fn optimise(
    context: &Context,
    packages: &Packages,
    folder: &Path,
    result: &Path,
) -> Result<()> {
    let features = feature_flags(context)?;
    let module = bound_module(folder);
    let small = folder.join("small.wasm");
    let mut optimise = packages.wasm_opt();
    optimise
        .args(&features)
        .args(OPTIMISATIONS)
        .arg(&module)
        .arg("-o")
        .arg(&small);
    process::run(
        context,
        "Optimising the WebAssembly",
        "under 1 min",
        &mut optimise,
    )?;

    let mut shorten = packages.wasm_opt();
    shorten
        .args(&features)
        .arg(SHORT_NAMES)
        .arg(&small)
        .arg("-o")
        .arg(result);
    let names = ShortNames::parse(&process::read(&mut shorten)?)?;
    let path = folder.join("storefront_signup.js");
    let text = names.apply(&fs::read_to_string(&path)?)?;
    fs::write(path, glue::shorten(&text)?).context("the glue")
}

/// wasm-opt's names for the features that the compiler uses.
fn feature_flags(context: &Context) -> Result<Vec<String>> {
    let mut rustc = Command::new("rustc");
    rustc
        .current_dir(&context.root)
        .args(["--print", "cfg", "--target", WASM]);
    let flags: Vec<String> = process::read(&mut rustc)?
        .lines()
        .filter_map(flag)
        .collect();
    ensure!(
        !flags.is_empty(),
        "the compiler names no features of WebAssembly"
    );
    Ok(flags)
}

/// The flag for one line of `rustc --print cfg`, if it is about a feature.
fn flag(line: &str) -> Option<String> {
    let feature = line.strip_prefix("target_feature=\"")?.strip_suffix('"')?;
    Some(match feature {
        "nontrapping-fptoint" => "--enable-nontrapping-float-to-int".to_owned(),
        other => format!("--enable-{other}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn features_of_the_compiler_become_flags() {
        let expected = Some("--enable-sign-ext".to_owned());
        assert_eq!(flag("target_feature=\"sign-ext\""), expected);
        let renamed = Some("--enable-nontrapping-float-to-int".to_owned());
        assert_eq!(flag("target_feature=\"nontrapping-fptoint\""), renamed);
        assert_eq!(flag("target_family=\"wasm\""), None);
    }
}
