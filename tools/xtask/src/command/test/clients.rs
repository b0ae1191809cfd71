//! The vendors' own clients against the sandbox.

use super::Options;
use super::engines::run_tests;
use super::report::Outcome;
use crate::command::sandbox;
use crate::context::Context;
use crate::files;
use crate::http;
use crate::process::Group;
use crate::tools::node;
use crate::tools::npm::{self, NpmProject};
use anyhow::Result;
use std::fs;
use std::os::unix::fs::symlink;
use std::path::{Path, PathBuf};
use std::process::Command;

const FOLDER: &str = "tests/clients";
const PROJECT: NpmProject = NpmProject {
    name: "clients",
    version: "1",
    manifest: include_str!("../../../../../tests/clients/package.json"),
    lock: Some(include_str!(
        "../../../../../tests/clients/package-lock.json"
    )),
    files: &[],
    expectation: "under 1 min, once per machine",
};

/// Runs the tests of tests/clients with a sandbox of their own.
pub fn run(context: &Context, options: &Options) -> Result<Outcome> {
    let node = node::program(context)?;
    let packages = npm::install(context, &PROJECT)?;
    let folder = copy_tests(context, &packages)?;
    sandbox::build(context)?;
    let [port] = http::free_ports()?;
    let data = tempfile::tempdir()?;
    let mut command = sandbox::command(context, port);
    command.arg("--data").arg(data.path().join("store.redb"));
    let mut group = Group::start_captured(sandbox::NAME, &mut command)?;
    sandbox::wait(&mut group, port)?;
    let mut tests = tests(&node, &folder, options)?;
    tests
        .env(
            "STOREFRONT_SIGNUP_SANDBOX",
            format!("http://127.0.0.1:{port}"),
        )
        .env(
            "STOREFRONT_SIGNUP_FIXTURES",
            context.root.join("tests/fixtures"),
        );
    let title = "Running the vendors' clients";
    run_tests(context, title, "some seconds", &mut tests)
}

/// Copies the tests next to a link to the packages: an import looks for a package from its own file upwards.
fn copy_tests(context: &Context, packages: &Path) -> Result<PathBuf> {
    let folder = files::fresh_folder(context.target("clients"))?;
    for file in fs::read_dir(context.root.join(FOLDER))? {
        let file = file?;
        fs::copy(file.path(), folder.join(file.file_name()))?;
    }
    symlink(packages.join("node_modules"), folder.join("node_modules"))?;
    Ok(folder)
}

fn tests(node: &Path, folder: &Path, options: &Options) -> Result<Command> {
    let is_test = |file: &PathBuf| file.to_string_lossy().ends_with(".test.mjs");
    let mut command = Command::new(node);
    command
        .current_dir(folder)
        .args(["--test", "--test-reporter=./reporter.mjs"]);
    for text in &options.tests {
        let name = text.replace('_', " ");
        command.arg(format!("--test-name-pattern={name}"));
    }
    let mut files: Vec<PathBuf> = fs::read_dir(folder)?
        .map(|file| Ok(file?.path()))
        .collect::<Result<_>>()?;
    files.retain(is_test);
    files.sort();
    command.args(files);
    Ok(command)
}
