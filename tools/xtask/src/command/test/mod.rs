//! `cargo xtask test`: the suites, cheapest first.

mod deny;
mod report;
mod suites;

use crate::context::Context;
use crate::process::interrupt;
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
        interrupt::check()?;
    }
    print!("\n{}", table(&lines));
    match lines.iter().filter(|line| !line.passed).count() {
        0 => Ok(()),
        1 => bail!("one suite failed"),
        failed => bail!("{failed} suites failed"),
    }
}

/// The chosen suites in their order. What looks at dist/embed gets it built first.
fn chosen(options: &Options) -> Vec<&'static Suite> {
    let name = match &options.only {
        Some(name) => name.as_str(),
        None if options.medusa => suites::MEDUSA,
        None => {
            return suites::ALL
                .iter()
                .filter(|suite| suite.name != suites::MEDUSA)
                .collect();
        }
    };
    let is_chosen = |suite: &&Suite| {
        suite.name == name || (suite.name == suites::DIST && suites::NEED_DIST.contains(&name))
    };
    suites::ALL.iter().filter(is_chosen).collect()
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

    fn only(name: &str) -> Options {
        Options {
            medusa: false,
            only: Some(name.to_owned()),
        }
    }

    #[test]
    fn a_suite_can_be_run_alone() {
        assert_eq!(names(&only("native")), ["native"]);
    }

    #[test]
    fn what_looks_at_the_built_files_never_sees_old_ones() {
        assert_eq!(names(&only("e2e")), ["dist", "e2e"]);
        assert_eq!(names(&only("dist")), ["dist"]);
    }

    #[test]
    fn real_servers_are_a_run_of_their_own() {
        assert_eq!(
            names(&Options {
                medusa: true,
                only: None
            }),
            ["dist", "medusa"]
        );
        let all = names(&Options {
            medusa: false,
            only: None,
        });
        assert!(!all.contains(&"medusa"));
        assert_eq!(all.len() + 1, suites::ALL.len());
    }
}
