//! axe-core, which checks a page's accessibility. Only tests use it.

use super::node;
use super::npm::{self, NpmProject};
use crate::context::Context;
use anyhow::Result;
use std::path::PathBuf;

const PROJECT: NpmProject = NpmProject {
    name: "axe",
    version: "4.14.1",
    manifest: include_str!("../../npm/axe/package.json"),
    lock: None,
    files: &[],
    expectation: "under 1 min, once per machine",
};

/// The path of axe-core's script.
pub fn script(context: &Context) -> Result<PathBuf> {
    node::program(context)?; // Node.js comes with npm.
    let folder = npm::install(context, &PROJECT)?;
    Ok(folder.join("node_modules/axe-core/axe.min.js"))
}
