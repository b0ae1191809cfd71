//! The suites that run in browsers, once in each engine.

use super::Options;
use super::harness::Harness;
use super::left_out;
use super::report::{Outcome, count_passed, drawn, summaries};
use crate::command::playground;
use crate::context::Context;
use crate::http;
use crate::medusa::Servers;
use crate::process;
use crate::tools::display::Display;
use crate::tools::engine::Engine;
use crate::tools::rustup::WASM;
use crate::tools::{axe, cargo, path_with, rustup};
use anyhow::{Result, ensure};
use std::process::Command;

/// Makes tests/e2e play everything.
const WHOLE: &str = "STOREFRONT_SIGNUP_WHOLE";
/// Makes tests/e2e show its browsers.
const SHOW: &str = "STOREFRONT_SIGNUP_SHOW";

/// The view and its states, by wasm-bindgen's test runner.
pub fn browser(context: &Context, engine: &Engine, options: &Options) -> Result<Outcome> {
    rustup::wasm_target(context)?;
    let runner = cargo::wasm_bindgen(context)?;
    let mut tests = cargo_test(context);
    tests
        .args(["--test", "browser", "--target", WASM])
        .env("PATH", path_with(&[&runner])?)
        .env("WASM_BINDGEN_TEST_DRIVER_TIMEOUT", "60")
        .env("WASM_BINDGEN_TEST_TIMEOUT", "900")
        .arg("--")
        .args(&options.tests);
    engine.set_driver(context, &mut tests)?;
    if let Some(session) = engine.session {
        let file = context.root.join("tools/xtask/webdriver").join(session);
        tests.env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", file);
    }
    let display = engine.has_window.then(Display::start).transpose()?;
    if let Some(display) = &display {
        tests.env("DISPLAY", &display.name);
    }
    let title = format!("Running the browser tests in {}", engine.title);
    run_tests(
        context,
        &title,
        "under 1 min, at first 2 min more",
        &mut tests,
    )
}

/// The published files against the sandbox.
pub fn e2e(context: &Context, engine: &Engine, options: &Options) -> Result<Outcome> {
    let mut tests = end_to_end(context, engine)?;
    tests.env("STOREFRONT_SIGNUP_AXE", axe::script(context)?);
    hand_to(&mut tests, options);
    let title = format!("Running the tests from end to end in {}", engine.title);
    run_tests(context, &title, "about 5 min", &mut tests)
}

/// The published files against real servers.
pub fn medusa(context: &Context, engine: &Engine, options: &Options) -> Result<Outcome> {
    let mut tests = end_to_end(context, engine)?;
    tests.args(["--features", "medusa", "--test", "medusa_server"]);
    hand_to(&mut tests, options);
    let servers = Servers::start(context, http::free_ports()?)?;
    servers.describe_to(&mut tests);
    let title = format!("Registering on real Medusa servers in {}", engine.title);
    run_tests(
        context,
        &title,
        "about 1 min, at first 2 min more",
        &mut tests,
    )
}

/// A run of tests/e2e, which finds the element's files and the driver by its environment.
fn end_to_end(context: &Context, engine: &Engine) -> Result<Command> {
    let mut tests = cargo_test(context);
    tests
        .args(["--package", "e2e"])
        .env("STOREFRONT_SIGNUP_EMBED", context.root.join("dist/embed"))
        .env("STOREFRONT_SIGNUP_PLAYGROUND", playground::folder(context))
        .env("STOREFRONT_SIGNUP_ENGINE", engine.name);
    engine.set_driver(context, &mut tests)?;
    Ok(tests)
}

/// Tells tests/e2e what to play, and how.
fn hand_to(tests: &mut Command, options: &Options) {
    for (variable, is_set) in [(WHOLE, options.whole), (SHOW, options.show)] {
        match is_set {
            true => tests.env(variable, "1"),
            false => tests.env_remove(variable),
        };
    }
    report_times(tests);
    tests.args(&options.tests);
    if options.show {
        tests.arg("--test-threads=1");
    }
}

/// A run of `cargo test` that goes on after a failure.
pub fn cargo_test(context: &Context) -> Command {
    context.cargo(["test", "--locked", "--no-fail-fast"])
}

/// Lets native test programs tell how long each test took. Only they get the variable that lets a stable
/// harness take the option: it would make cargo compile everything anew.
pub fn report_times(tests: &mut Command) {
    let runner = r#"target."cfg(unix)".runner = ["env", "RUSTC_BOOTSTRAP=1"]"#;
    tests.args(["--config", runner]);
    tests.args(["--", "-Zunstable-options", "--report-time"]);
}

/// Runs tests and shows how many there were. A run without a single one is a failure.
pub fn run_tests(
    context: &Context,
    title: &str,
    expectation: &str,
    tests: &mut Command,
) -> Result<Outcome> {
    let mut harness = Harness::new();
    let output = process::run_observed(context, title, expectation, tests, &mut harness)?;
    print!(
        "{}{}{}",
        drawn(&output),
        left_out::details(&output),
        summaries(&output)
    );
    let passed = count_passed(&output);
    ensure!(passed > 0, "not a single test ran");
    Ok(Outcome {
        note: format!("{passed} tests{}", left_out::note(&output)),
        times: harness.times,
    })
}
