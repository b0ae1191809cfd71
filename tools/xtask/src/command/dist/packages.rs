//! The npm packages that make files small.

use crate::context::Context;
use crate::tools::node;
use crate::tools::npm::{self, NpmProject};
use anyhow::Result;
use std::path::PathBuf;
use std::process::Command;

const PROJECT: NpmProject = NpmProject {
    name: "bundler",
    version: "1",
    manifest: include_str!("../../../npm/bundler/package.json"),
    lock: None,
    files: &[],
    expectation: "under 1 min, once per machine",
};

/// wasm-opt and esbuild, ready to run.
pub struct Packages {
    node: PathBuf,
    folder: PathBuf,
}

impl Packages {
    /// Installs what is missing.
    pub fn install(context: &Context) -> Result<Self> {
        Ok(Self {
            node: node::program(context)?,
            folder: npm::install(context, &PROJECT)?,
        })
    }

    /// A run of wasm-opt.
    pub fn wasm_opt(&self) -> Command {
        self.command("binaryen/bin/wasm-opt")
    }

    /// A run of esbuild.
    pub fn esbuild(&self) -> Command {
        let mut command = self.command("esbuild/bin/esbuild");
        command.arg("--log-level=warning");
        command
    }

    fn command(&self, program: &str) -> Command {
        let mut command = Command::new(&self.node);
        command.arg(self.folder.join("node_modules").join(program));
        command
    }
}
