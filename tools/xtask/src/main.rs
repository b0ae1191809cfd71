//! Every command of the README. A command installs the tools that it needs.

mod command;
mod context;
mod files;
mod http;
mod medusa;
mod process;
mod tools;

use anyhow::Result;
use clap::{Parser, Subcommand};
use context::Context;
use std::process::ExitCode;

/// Builds, shows and tests the storefront sign-up form.
#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask")]
struct Arguments {
    /// Print the output of every tool while it runs, not only when it fails.
    #[arg(long, global = true)]
    verbose: bool,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Serve the playground and the sandbox store.
    Serve(command::serve::Options),
    /// Run real Medusa servers, to register with from the playground.
    Medusa(command::medusa::Options),
    /// Run the test suites, cheapest first.
    Test(command::test::Options),
    /// Build the files that a store embeds, into dist/embed.
    Dist,
    /// Compare the size of dist/embed with budget.toml and README.md.
    Size(command::size::Options),
    /// Measure how long a shopper waits for the form, in Chromium.
    Bench(command::bench::Options),
    /// Write what the build makes from other files, into target/generated.
    Generate,
}

fn main() -> ExitCode {
    match run(Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: Arguments) -> Result<()> {
    process::interrupt::listen()?;
    let context = Context::new(arguments.verbose)?;
    match arguments.command {
        Command::Serve(options) => command::serve::run(&context, &options),
        Command::Medusa(options) => command::medusa::run(&context, &options),
        Command::Test(options) => command::test::run(&context, &options),
        Command::Dist => command::dist::run(&context),
        Command::Size(options) => command::size::run(&context, &options),
        Command::Bench(options) => command::bench::run(&context, &options),
        Command::Generate => command::generate::run(&context),
    }
}
