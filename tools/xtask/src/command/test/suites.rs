//! What each suite runs.

use super::deny;
use super::report::{count_passed, summaries};
use crate::command::{dist, size};
use crate::context::Context;
use crate::http;
use crate::medusa::Servers;
use crate::process;
use crate::tools::{cargo, chromium, path_with, rustup};
use anyhow::{Result, ensure};
use std::process::Command;

const WASM: &str = "wasm32-unknown-unknown";

/// A suite of tests or checks.
pub struct Suite {
    /// Its name in the table and for `--only`.
    pub name: &'static str,
    /// Runs it, and returns a note for the table.
    pub run: fn(&Context) -> Result<String>,
}

/// The suites that need nothing but this machine, in the order in which they run.
pub const ALL: &[Suite] = &[
    Suite {
        name: "fmt",
        run: fmt,
    },
    Suite {
        name: "clippy",
        run: clippy,
    },
    Suite {
        name: "deny",
        run: deny::run,
    },
    Suite {
        name: "native",
        run: native,
    },
    Suite {
        name: "browser",
        run: browser,
    },
    Suite {
        name: "dist",
        run: run_dist,
    },
    Suite {
        name: "size",
        run: run_size,
    },
    Suite {
        name: "e2e",
        run: e2e,
    },
];

/// The suite that registers on real servers.
pub const MEDUSA: Suite = Suite {
    name: "medusa",
    run: medusa,
};

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
    let mut native = context.cargo(["clippy", "--workspace", "--all-targets", "--locked"]);
    native.args(["--", "--deny", "warnings"]);
    process::run(
        context,
        "Linting the native half",
        "about 2 min at first",
        &mut native,
    )?;
    let mut wasm = context.cargo(["clippy", "--all-targets", "--locked", "--target", WASM]);
    wasm.args(["--", "--deny", "warnings"]);
    process::run(
        context,
        "Linting the browser's half",
        "about 2 min at first",
        &mut wasm,
    )?;
    Ok(String::new())
}

fn native(context: &Context) -> Result<String> {
    let mut tests = context.cargo(["test", "--workspace", "--exclude", "e2e", "--locked"]);
    count(process::run(
        context,
        "Running the native tests",
        "about 2 min at first",
        &mut tests,
    ))
}

fn browser(context: &Context) -> Result<String> {
    rustup::wasm_target(context)?;
    let runner = cargo::wasm_bindgen(context)?;
    let driver = chromium::driver(context)?;
    let flags = context.root.join("tools/xtask/webdriver/chromium.json");
    let mut tests = context.cargo(["test", "--test", "browser", "--locked", "--target", WASM]);
    tests
        .env("PATH", path_with(&[&runner])?)
        .env("CHROMEDRIVER", driver)
        .env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", flags)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "300");
    count(process::run(
        context,
        "Running the tests in Chromium",
        "about 3 min at first",
        &mut tests,
    ))
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
    let mut tests = end_to_end(context, ["test", "--package", "e2e", "--locked"])?;
    count(process::run(
        context,
        "Running the tests from end to end",
        "about 3 min at first",
        &mut tests,
    ))
}

fn medusa(context: &Context) -> Result<String> {
    dist::run(context)?;
    let arguments = [
        "test",
        "--package",
        "e2e",
        "--locked",
        "--features",
        "medusa",
        "--test",
        "medusa",
    ];
    let mut tests = end_to_end(context, arguments)?;
    let servers = Servers::start(context, http::free_ports()?)?;
    servers.describe_to(&mut tests);
    count(process::run(
        context,
        "Registering on real Medusa servers",
        "about 3 min at first",
        &mut tests,
    ))
}

/// A run of tests/e2e, which finds the element's files and the driver by its environment.
fn end_to_end<const N: usize>(context: &Context, arguments: [&str; N]) -> Result<Command> {
    let driver = chromium::driver(context)?;
    let mut tests = context.cargo(arguments);
    tests
        .env("STOREFRONT_SIGNUP_EMBED", context.root.join("dist/embed"))
        .env("CHROMEDRIVER", driver);
    Ok(tests)
}

/// Shows how many tests ran. A run without a single one is a failure.
fn count(output: Result<String>) -> Result<String> {
    let output = output?;
    print!("{}", summaries(&output));
    let passed = count_passed(&output);
    ensure!(passed > 0, "not a single test ran");
    Ok(format!("{passed} tests"))
}
