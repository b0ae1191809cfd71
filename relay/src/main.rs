//! `relay`: the server, and the check of its settings.

use clap::{Parser, Subcommand};
use relay::native;
use std::path::PathBuf;
use std::process::ExitCode;

/// Adds the secret that no page may hold, and passes registrations on to the store's platform.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    /// The file with the settings. The environment goes before it: `RELAY_ORIGINS` before `origins`.
    #[arg(long, global = true)]
    config: Option<PathBuf>,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Runs the server until it gets SIGTERM or SIGINT.
    Serve,
    /// Tries the settings and the secret, with calls that create nothing.
    Check,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let settings = native::read(arguments.config);
    let end = match (settings, arguments.command) {
        (Ok(settings), Command::Serve) => native::serve(settings).await,
        (Ok(settings), Command::Check) => native::check(settings).await,
        (Err(mistakes), _) => Err(mistakes),
    };
    match end {
        Ok(()) => ExitCode::SUCCESS,
        Err(mistakes) => {
            for mistake in mistakes {
                eprintln!("{mistake}");
            }
            ExitCode::FAILURE
        }
    }
}
