//! `sandbox`: the local store as a server.

use std::path::PathBuf;

use anyhow::Result;
use clap::Parser;
use sandbox::{Options, Sandbox};

/// A local store that responds like the API of each platform.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The port on 127.0.0.1.
    #[arg(long, default_value_t = 8787)]
    port: u16,
    /// The file for the accounts.
    #[arg(long, default_value = "target/sandbox/store.redb")]
    data: PathBuf,
}

#[tokio::main]
async fn main() -> Result<()> {
    let arguments = Arguments::parse();
    let options = Options {
        port: arguments.port,
        data: Some(arguments.data),
        verbose: true,
    };
    let sandbox = Sandbox::start(options).await?;
    println!("The sandbox store is at {}/", sandbox.url());
    tokio::signal::ctrl_c().await?;
    sandbox.stop().await
}
