//! What each suite runs.

use super::deny;
use super::report::{count_passed, summaries};
use crate::command::{dist, playground, size};
use crate::context::Context;
use crate::http;
use crate::medusa::Servers;
use crate::process;
use crate::tools::rustup::WASM;
use crate::tools::{cargo, chromium, path_with, rustup};
use anyhow::{Result, ensure};
use std::process::Command;

/// A suite of tests or checks.
pub struct Suite {
    /// Its name in the table and for `--only`.
    pub name: &'static str,
    /// Runs it, and returns a note for the table.
    pub run: fn(&Context) -> Result<String>,
}

/// The suite that registers on real servers, run when it is asked for.
pub const MEDUSA: &str = "medusa";
/// The suite that builds dist/embed.
pub const DIST: &str = "dist";
/// The suites that look at what it built.
pub const NEED_DIST: &[&str] = &["size", "e2e", MEDUSA];

/// All suites, in the order in which they run.
pub const ALL: &[Suite] = &[
    Suite::new("fmt", fmt),
    Suite::new("clippy", clippy),
    Suite::new("deny", deny::run),
    Suite::new("native", native),
    Suite::new("browser", browser),
    Suite::new(DIST, run_dist),
    Suite::new("size", run_size),
    Suite::new("e2e", e2e),
    Suite::new(MEDUSA, medusa),
];

impl Suite {
    const fn new(name: &'static str, run: fn(&Context) -> Result<String>) -> Self {
        Self { name, run }
    }
}

/// The names for `--only`.
pub fn names() -> Vec<&'static str> {
    ALL.iter().map(|suite| suite.name).collect()
}

fn fmt(context: &Context) -> Result<String> {
    rustup::component(context, "fmt", "rustfmt")?;
    let mut command = context.cargo(["fmt", "--all", "--check"]);
    process::run(context, "Checking the format", "some seconds", &mut command)?;
    Ok(String::new())
}

fn clippy(context: &Context) -> Result<String> {
    rustup::component(context, "clippy", "clippy")?;
    rustup::wasm_target(context)?;
    let native = context.cargo(["clippy", "--workspace", "--all-targets", "--locked"]);
    lint(context, "Linting the native half", native)?;
    let wasm = context.cargo(["clippy", "--all-targets", "--locked", "--target", WASM]);
    lint(context, "Linting the browser's half", wasm)?;
    Ok(String::new())
}

fn lint(context: &Context, title: &str, mut clippy: Command) -> Result<String> {
    clippy.args(["--", "--deny", "warnings"]);
    process::run(context, title, "about 2 min at first", &mut clippy)
}

fn native(context: &Context) -> Result<String> {
    let mut tests = cargo_test(context);
    tests.args(["--workspace", "--exclude", "e2e"]);
    run_tests(context, "Running the native tests", &mut tests)
}

fn browser(context: &Context) -> Result<String> {
    rustup::wasm_target(context)?;
    let runner = cargo::wasm_bindgen(context)?;
    let flags = context.root.join("tools/xtask/webdriver/chromium.json");
    let mut tests = cargo_test(context);
    tests
        .args(["--test", "browser", "--target", WASM])
        .env("PATH", path_with(&[&runner])?)
        .env("CHROMEDRIVER", chromium::driver(context)?)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", flags)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    run_tests(context, "Running the tests in Chromium", &mut tests)
}

fn run_dist(context: &Context) -> Result<String> {
    dist::run(context)?;
    Ok(String::new())
}

fn run_size(context: &Context) -> Result<String> {
    size::run(context, &size::Options::default())?;
    Ok(String::new())
}

fn e2e(context: &Context) -> Result<String> {
    let mut tests = end_to_end(context)?;
    tests.env("STOREFRONT_SIGNUP_PLAYGROUND", playground::build(context)?);
    run_tests(context, "Running the tests from end to end", &mut tests)
}

fn medusa(context: &Context) -> Result<String> {
    let mut tests = end_to_end(context)?;
    tests.args(["--features", "medusa", "--test", "medusa"]);
    let servers = Servers::start(context, http::free_ports()?)?;
    servers.describe_to(&mut tests);
    run_tests(context, "Registering on real Medusa servers", &mut tests)
}

/// A run of tests/e2e, which finds the element's files and the driver by its environment.
fn end_to_end(context: &Context) -> Result<Command> {
    let mut tests = cargo_test(context);
    tests
        .args(["--package", "e2e"])
        .env("STOREFRONT_SIGNUP_EMBED", context.root.join("dist/embed"))
        .env("CHROMEDRIVER", chromium::driver(context)?);
    Ok(tests)
}

fn cargo_test(context: &Context) -> Command {
    context.cargo(["test", "--locked", "--no-fail-fast"])
}

/// Runs tests and shows how many there were. A run without a single one is a failure.
fn run_tests(context: &Context, title: &str, tests: &mut Command) -> Result<String> {
    let output = process::run(context, title, "about 3 min at first", tests)?;
    print!("{}", summaries(&output));
    let passed = count_passed(&output);
    ensure!(passed > 0, "not a single test ran");
    Ok(format!("{passed} tests"))
}
