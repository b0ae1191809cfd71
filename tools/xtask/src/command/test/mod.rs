//! `cargo xtask test`: the suites, cheapest first.

mod deny;
mod report;
mod suites;

use crate::context::Context;
use anyhow::{Result, bail};
use clap::Args;
use report::{Line, table};
use std::time::Instant;
use suites::Suite;

/// Options of `test`.
#[derive(Args)]
pub struct Options {
    /// Register on real Medusa servers, instead of running the other suites.
    #[arg(long, conflicts_with = "only")]
    medusa: bool,
    /// Run one suite only.
    #[arg(long, value_name = "SUITE", value_parser = suites::names())]
    only: Option<String>,
}

/// Runs the chosen suites to the last one. Fails when one of them failed.
pub fn run(context: &Context, options: &Options) -> Result<()> {
    let mut lines = Vec::new();
    for suite in chosen(options) {
        println!("\n== {}", suite.name);
        lines.push(run_suite(context, suite));
    }
    print!("\n{}", table(&lines));
    match lines.iter().filter(|line| !line.passed).count() {
        0 => Ok(()),
        1 => bail!("one suite failed"),
        failed => bail!("{failed} suites failed"),
    }
}

fn chosen(options: &Options) -> Vec<&'static Suite> {
    match &options.only {
        _ if options.medusa => vec![&suites::MEDUSA],
        Some(name) => suites::ALL
            .iter()
            .filter(|suite| suite.name == name)
            .collect(),
        None => suites::ALL.iter().collect(),
    }
}

fn run_suite(context: &Context, suite: &Suite) -> Line {
    let started = Instant::now();
    let result = (suite.run)(context);
    if let Err(error) = &result {
        eprintln!("error: {error:#}");
    }
    Line {
        suite: suite.name,
        passed: result.is_ok(),
        duration: started.elapsed(),
        note: result.unwrap_or_default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(options: &Options) -> Vec<&'static str> {
        chosen(options).iter().map(|suite| suite.name).collect()
    }

    #[test]
    fn a_suite_can_be_run_alone() {
        let only = Some("native".to_owned());
        assert_eq!(
            names(&Options {
                medusa: false,
                only
            }),
            ["native"]
        );
    }

    #[test]
    fn real_servers_are_a_run_of_their_own() {
        assert_eq!(
            names(&Options {
                medusa: true,
                only: None
            }),
            ["medusa"]
        );
        let all = names(&Options {
            medusa: false,
            only: None,
        });
        assert!(!all.contains(&"medusa") && all.len() == suites::ALL.len());
    }
}
