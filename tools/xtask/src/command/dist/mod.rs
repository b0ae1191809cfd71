//! `cargo xtask dist`: the files that a store embeds, in dist/embed.
//!
//! cargo, wasm-bindgen, wasm-opt and esbuild are called one after another: trunk makes whole sites.

mod bundle;
mod compress;
mod glue;
mod names;
mod packages;
mod webassembly;

use crate::command::generate::{self, Build, WASM_FILE};
use crate::context::Context;
use crate::files::fresh_folder;
use crate::tools::{cargo, rustup};
use anyhow::{Context as _, Result};
use packages::Packages;
use std::fs;
use std::path::{Path, PathBuf};

/// Builds dist/embed anew.
pub fn run(context: &Context) -> Result<()> {
    rustup::wasm_target(context)?;
    let wasm_bindgen = cargo::wasm_bindgen(context)?;
    let packages = Packages::install(context)?;

    let stage = fresh_folder(stage_folder(context))?;
    let embed = fresh_folder(context.root.join("dist/embed"))?;
    let module = webassembly::build(context)?;
    webassembly::bind(context, &wasm_bindgen, &module, &stage)?;
    let wasm = embed.join(WASM_FILE);
    webassembly::optimise(context, &packages, &stage, &wasm)?;

    stage_modules(context, &packages, &stage, &wasm)?;
    bundle::bundle(
        context,
        &packages,
        &stage,
        &embed.join("storefront-signup.js"),
    )?;
    copy_as_they_are(context, &embed)?;
    compress::finish(&embed)?;
    println!("dist/embed is ready");
    Ok(())
}

/// The module with names that the last build made its file from.
pub fn named_module(context: &Context) -> PathBuf {
    webassembly::bound_module(&stage_folder(context))
}

fn stage_folder(context: &Context) -> PathBuf {
    context.target("embed-stage")
}

/// Puts everything that the entry imports beside it.
fn stage_modules(context: &Context, packages: &Packages, stage: &Path, wasm: &Path) -> Result<()> {
    for entry in fs::read_dir(context.root.join("src/element"))? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            let name = path
                .file_name()
                .context("an entry of a folder has a name")?;
            fs::copy(&path, stage.join(name))?;
        }
    }
    let build = Build {
        sheet: &bundle::minified_sheet(packages, &generate::sheet_path(context))?,
        wasm_integrity: &compress::integrity(&fs::read(wasm)?),
    };
    fs::write(
        stage.join("generated.js"),
        generate::module(context, &build)?,
    )?;
    Ok(())
}

fn copy_as_they_are(context: &Context, embed: &Path) -> Result<()> {
    let types = "storefront-signup.d.ts";
    fs::copy(
        context.root.join("src/element").join(types),
        embed.join(types),
    )
    .context(types)?;
    generate::write_locales(context, &embed.join("locales"))
}
