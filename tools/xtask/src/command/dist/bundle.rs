//! The JavaScript and the style sheet, made small.

use super::packages::Packages;
use crate::context::Context;
use crate::process;
use anyhow::Result;
use std::path::Path;

/// The oldest JavaScript in which an ES module can find its neighbours.
const TARGET: &str = "--target=es2022";

/// Writes the entry of a folder, with all that it imports, into one module.
pub fn bundle(context: &Context, packages: &Packages, folder: &Path, result: &Path) -> Result<()> {
    let mut esbuild = packages.esbuild();
    esbuild
        .arg(folder.join("storefront-signup.js"))
        .args([
            "--bundle",
            "--minify",
            "--format=esm",
            "--legal-comments=none",
            TARGET,
        ])
        .arg(format!("--outfile={}", result.display()));
    process::run(context, "Bundling", "some seconds", &mut esbuild)?;
    Ok(())
}

/// The text of a style sheet without what a browser doesn't need.
pub fn minified_sheet(packages: &Packages, path: &Path) -> Result<String> {
    let sheet = process::read(packages.esbuild().arg(path).arg("--minify"))?;
    Ok(sheet.trim_end().to_owned())
}
