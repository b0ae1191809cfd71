//! `cargo xtask medusa`: real stores to register with by hand.

use crate::context::Context;
use crate::http;
use crate::medusa::Servers;
use crate::process::interrupt;
use anyhow::Result;
use clap::Args;
use std::time::Duration;

const POLL: Duration = Duration::from_millis(200);

/// Options of `medusa`.
#[derive(Args)]
pub struct Options {
    /// The port of the playground. The servers allow this origin (CORS).
    #[arg(long, default_value_t = 8080)]
    page_port: u16,
}

/// Runs both servers until Ctrl-C.
pub fn run(context: &Context, options: &Options) -> Result<()> {
    let [store_only_port] = http::free_ports()?;
    let servers = Servers::start(context, [options.page_port, store_only_port])?;
    println!("\n{servers}   (Ctrl-C stops them)\n");
    while interrupt::pause(POLL).is_ok() {}
    Ok(())
}
