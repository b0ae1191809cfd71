//! What each suite runs.

use super::Options;
use super::clients;
use super::deny;
use super::engines::{self, cargo_test, report_times, run_tests};
use super::report::Outcome;
use crate::command::{dist, playground, size};
use crate::context::Context;
use crate::process;
use crate::tools::engine::{self, Engine};
use crate::tools::rustup;
use crate::tools::rustup::WASM;
use anyhow::Result;
use std::process::Command;

/// A suite of tests or checks.
pub struct Suite {
    /// Its name in the table and for `--only`.
    pub name: &'static str,
    /// How it is run.
    pub run: Run,
}

/// How a suite is run.
pub enum Run {
    /// Once.
    Once(Once),
    /// Once in each engine that is chosen, of these when none is.
    InEngines(&'static [Engine], InEngine),
}

/// Runs a suite.
pub type Once = fn(&Context, &Options) -> Result<Outcome>;

/// Runs a suite in one engine.
pub type InEngine = fn(&Context, &Engine, &Options) -> Result<Outcome>;

/// The suite that registers on real servers, run when it is asked for.
pub const MEDUSA: &str = "medusa";
/// The suite that builds dist/embed.
pub const DIST: &str = "dist";
/// The suite that builds the playground.
pub const PLAYGROUND: &str = "playground";

/// The suites that build something, each with those that look at what it built.
pub const BUILDS: &[(&str, &[&str])] = &[(DIST, &["size", "e2e", MEDUSA]), (PLAYGROUND, &["e2e"])];

/// All suites, in the order in which they run.
pub static ALL: &[Suite] = &[
    Suite::new("fmt", fmt),
    Suite::new("clippy", clippy),
    Suite::new("deny", deny::run),
    Suite::new("native", native),
    Suite::new("doc", doc),
    Suite::new("clients", clients::run),
    Suite::in_engines("browser", engine::ALL, engines::browser),
    Suite::new(DIST, run_dist),
    Suite::new("size", run_size),
    Suite::new(PLAYGROUND, run_playground),
    Suite::in_engines("e2e", engine::ALL, engines::e2e),
    Suite::in_engines(MEDUSA, engine::FIRST, engines::medusa),
];

impl Suite {
    const fn new(name: &'static str, run: Once) -> Self {
        Self {
            name,
            run: Run::Once(run),
        }
    }

    const fn in_engines(name: &'static str, engines: &'static [Engine], run: InEngine) -> Self {
        Self {
            name,
            run: Run::InEngines(engines, run),
        }
    }
}

/// The names for `--only`.
pub fn names() -> Vec<&'static str> {
    ALL.iter().map(|suite| suite.name).collect()
}

fn fmt(context: &Context, _: &Options) -> Result<Outcome> {
    rustup::component(context, "fmt", "rustfmt")?;
    let mut command = context.cargo(["fmt", "--all", "--check"]);
    process::run(context, "Checking the format", "some seconds", &mut command)?;
    Ok(Outcome::default())
}

fn clippy(context: &Context, _: &Options) -> Result<Outcome> {
    rustup::component(context, "clippy", "clippy")?;
    rustup::wasm_target(context)?;
    let native = context.cargo(["clippy", "--workspace", "--all-targets", "--locked"]);
    lint(context, "Linting the native half", native)?;
    let wasm = context.cargo(["clippy", "--all-targets", "--locked", "--target", WASM]);
    lint(context, "Linting the browser's half", wasm)?;
    Ok(Outcome::default())
}

fn lint(context: &Context, title: &str, mut clippy: Command) -> Result<String> {
    clippy.args(["--", "--deny", "warnings"]);
    process::run(context, title, "about 2 min at first", &mut clippy)
}

fn native(context: &Context, options: &Options) -> Result<Outcome> {
    let mut tests = cargo_test(context);
    tests.args([
        "--workspace",
        "--exclude",
        "e2e",
        "--lib",
        "--bins",
        "--tests",
    ]);
    report_times(&mut tests);
    tests.args(&options.tests);
    run_tests(
        context,
        "Running the native tests",
        "under 1 min, at first 3 min more",
        &mut tests,
    )
}

/// The links and the examples in the documentation.
fn doc(context: &Context, options: &Options) -> Result<Outcome> {
    let mut links = context.cargo([
        "doc",
        "--workspace",
        "--exclude",
        "e2e",
        "--lib",
        "--no-deps",
    ]);
    links.env("RUSTDOCFLAGS", "--deny rustdoc::broken_intra_doc_links");
    process::run(
        context,
        "Checking the links of the documentation",
        "some seconds",
        &mut links,
    )?;
    let mut tests = cargo_test(context);
    tests.args(["--workspace", "--exclude", "e2e", "--doc", "--"]);
    tests.args(&options.tests);
    run_tests(
        context,
        "Running the examples of the documentation",
        "some seconds",
        &mut tests,
    )
}

fn run_dist(context: &Context, _: &Options) -> Result<Outcome> {
    dist::run(context)?;
    Ok(Outcome::default())
}

fn run_playground(context: &Context, _: &Options) -> Result<Outcome> {
    playground::build(context)?;
    Ok(Outcome::default())
}

fn run_size(context: &Context, _: &Options) -> Result<Outcome> {
    size::run(context, &size::Options::default())?;
    Ok(Outcome::default())
}
