//! esbuild.

use crate::context::Context;
use crate::process;
use anyhow::Result;
use std::path::Path;
use std::process::Command;

/// The oldest JavaScript with everything that an ES module needs to find its neighbours.
const TARGET: &str = "--target=es2020";

/// esbuild, ready to run.
pub struct Esbuild<'a> {
    /// How to run it.
    pub context: &'a Context,
    /// The path of Node.js.
    pub node: &'a Path,
    /// The folder with its packages.
    pub packages: &'a Path,
}

impl Esbuild<'_> {
    /// Writes the entry of a folder, with all that it imports, into one small module.
    pub fn bundle(&self, folder: &Path, result: &Path) -> Result<()> {
        let mut command = self.command();
        command
            .arg(folder.join("storefront-signup.js"))
            .args([
                "--bundle",
                "--minify",
                "--format=esm",
                "--legal-comments=none",
                TARGET,
            ])
            .arg(format!("--outfile={}", result.display()));
        process::run(self.context, "Bundling", "some seconds", &mut command)?;
        Ok(())
    }

    /// The text of a style sheet without what a browser doesn't need.
    pub fn minified_sheet(&self, path: &Path) -> Result<String> {
        let sheet = process::read(self.command().arg(path).arg("--minify"))?;
        Ok(sheet.trim_end().to_owned())
    }

    fn command(&self) -> Command {
        let mut command = Command::new(self.node);
        command.arg(self.packages.join("node_modules/esbuild/bin/esbuild"));
        command.arg("--log-level=warning");
        command
    }
}
