//! `cargo xtask serve`: the playground, and a store to register with.

use super::{playground, sandbox};
use crate::context::Context;
use crate::http;
use crate::process::{Group, interrupt};
use anyhow::{Result, bail};
use clap::Args;
use std::process::Command;
use std::time::Duration;

const PLAYGROUND_LIMIT: Duration = Duration::from_secs(30 * 60);
const POLL: Duration = Duration::from_millis(200);

/// Options of `serve`.
#[derive(Args)]
pub struct Options {
    /// The port of the playground.
    #[arg(long, default_value_t = 8080)]
    port: u16,
    /// The port of the sandbox store.
    #[arg(long, default_value_t = 8787)]
    sandbox_port: u16,
    /// Build with optimizations: this builds slower and loads faster.
    #[arg(long)]
    release: bool,
}

/// Serves until Ctrl-C, or until one of the two servers ends.
pub fn run(context: &Context, options: &Options) -> Result<()> {
    refuse_taken_port(options.port, "--port")?;
    refuse_taken_port(options.sandbox_port, "--sandbox-port")?;
    let mut trunk = trunk(context, options)?;
    sandbox::build(context)?;
    let mut command = sandbox::command(context, options.sandbox_port);
    let mut sandbox = Group::start(sandbox::NAME, &mut command)?;
    sandbox::wait(&mut sandbox, options.sandbox_port)?;
    eprintln!("Building the playground (about 2 min at first) …");
    let mut playground = Group::start("The playground", &mut trunk)?;
    playground.wait_until(PLAYGROUND_LIMIT, || http::answers(options.port, "/"))?;
    println!(
        "\n  Playground http://127.0.0.1:{}   Sandbox store {}   (Ctrl-C stops both)\n",
        options.port,
        sandbox_url(options)
    );
    watch(&mut [sandbox, playground])
}

fn watch(groups: &mut [Group]) -> Result<()> {
    while interrupt::pause(POLL).is_ok() {
        for group in &mut *groups {
            if let Some(status) = group.status()? {
                bail!("{} ended ({status})", group.name());
            }
        }
    }
    Ok(())
}

fn refuse_taken_port(port: u16, option: &str) -> Result<()> {
    if http::is_free(port) {
        return Ok(());
    }
    bail!("another program uses port {port}: stop it, or choose another port with {option}")
}

fn sandbox_url(options: &Options) -> String {
    format!("http://127.0.0.1:{}", options.sandbox_port)
}

fn trunk(context: &Context, options: &Options) -> Result<Command> {
    let mut command = playground::trunk(context, "serve")?;
    command
        .args(["--port", &options.port.to_string()])
        .args(options.release.then_some("--release"))
        .env("STOREFRONT_SIGNUP_SANDBOX", sandbox_url(options));
    Ok(command)
}
