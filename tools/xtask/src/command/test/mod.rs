//! `cargo xtask test`: the suites, cheapest first.

mod clients;
mod deny;
mod engines;
mod harness;
mod left_out;
mod report;
mod suites;

use crate::context::Context;
use crate::process::interrupt;
use crate::tools::engine::{self, Engine};
use anyhow::{Result, bail};
use clap::Args;
use report::{Line, Outcome, slowest, table};
use std::fmt;
use std::time::Instant;
use suites::{Run, Suite};

/// Options of `test`.
#[derive(Args, Default)]
pub struct Options {
    /// Register on real Medusa servers, instead of running the other suites.
    #[arg(long, conflicts_with = "only")]
    medusa: bool,
    /// Run one suite only.
    #[arg(long, value_name = "SUITE", value_parser = suites::names())]
    only: Option<String>,
    /// Run what needs a browser in this engine only. May be given more than once.
    #[arg(long = "engine", value_name = "ENGINE", value_parser = engine::names())]
    engines: Vec<String>,
    /// Play everything from end to end in every engine: each platform, and each fault at each step.
    #[arg(long)]
    whole: bool,
    /// Show the browsers of the end-to-end tests, one test at a time, and leave that of a failed test open.
    #[arg(long, requires = "only")]
    show: bool,
    /// Run only the tests whose names contain one of these texts.
    #[arg(value_name = "TEST", requires = "only")]
    tests: Vec<String>,
}

/// A suite to run, and the engine to run it in if it needs one.
struct Job {
    suite: &'static Suite,
    engine: Option<&'static Engine>,
}

/// Runs the chosen suites to the last one. Fails when one of them failed.
pub fn run(context: &Context, options: &Options) -> Result<()> {
    let mut lines = Vec::new();
    for job in jobs(options) {
        println!("\n== {job}");
        lines.push(job.run(context, options));
        interrupt::check()?;
    }
    print!("\n{}{}", table(&lines), slowest(&lines));
    for job in left_out(options) {
        println!("not run without --engine: {job}");
    }
    match lines.iter().filter(|line| !line.passed).count() {
        0 => Ok(()),
        1 => bail!("one suite failed"),
        failed => bail!("{failed} suites failed"),
    }
}

/// The chosen suites in their order, with each of their engines.
fn jobs(options: &Options) -> Vec<Job> {
    let mut jobs = Vec::new();
    for suite in chosen(options) {
        match suite.run {
            Run::Once(_) => jobs.push(Job {
                suite,
                engine: None,
            }),
            Run::InEngines(default, _) => {
                jobs.extend(engines(options, default).map(|engine| Job {
                    suite,
                    engine: Some(engine),
                }));
            }
        }
    }
    jobs
}

/// What the chosen suites could run in, but don't unless it is asked for.
fn left_out(options: &Options) -> Vec<Job> {
    let run: Vec<String> = jobs(options).iter().map(Job::to_string).collect();
    let everywhere = Options {
        medusa: options.medusa,
        only: options.only.clone(),
        engines: engine::names().into_iter().map(str::to_owned).collect(),
        ..Options::default()
    };
    let mut jobs = jobs(&everywhere);
    jobs.retain(|job| options.engines.is_empty() && !run.contains(&job.to_string()));
    jobs
}

/// The chosen engines in their order, or a suite's own where none is chosen.
fn engines(options: &Options, default: &'static [Engine]) -> impl Iterator<Item = &'static Engine> {
    let is_free = options.engines.is_empty();
    let engines = if is_free { default } else { engine::ALL };
    let names = &options.engines;
    engines
        .iter()
        .filter(move |engine| is_free || names.iter().any(|name| name == engine.name))
}

/// The chosen suites in their order. What looks at something that is built gets it built first.
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
    let is_needed = |build: &str| {
        let builds = suites::BUILDS.iter();
        builds
            .filter(|(own, _)| *own == build)
            .any(|(_, users)| users.contains(&name))
    };
    let is_chosen = |suite: &&Suite| suite.name == name || is_needed(suite.name);
    suites::ALL.iter().filter(is_chosen).collect()
}

impl Job {
    fn run(&self, context: &Context, options: &Options) -> Line {
        let started = Instant::now();
        let result = self.outcome(context, options);
        if let Err(error) = &result {
            eprintln!("error: {error:#}");
        }
        Line {
            suite: self.suite.name,
            engine: self.engine.map(|engine| engine.name).unwrap_or_default(),
            passed: result.is_ok(),
            duration: started.elapsed(),
            outcome: result.unwrap_or_default(),
        }
    }

    fn outcome(&self, context: &Context, options: &Options) -> Result<Outcome> {
        match (&self.suite.run, self.engine) {
            (Run::Once(run), _) => run(context, options),
            (Run::InEngines(_, run), Some(engine)) => run(context, engine, options),
            (Run::InEngines(..), None) => bail!("no engine to run {} in", self.suite.name),
        }
    }
}

impl fmt::Display for Job {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        formatter.write_str(self.suite.name)?;
        match self.engine {
            Some(engine) => write!(formatter, " in {}", engine.title),
            None => Ok(()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(options: &Options) -> Vec<String> {
        jobs(options).iter().map(Job::to_string).collect()
    }

    fn only(name: &str) -> Options {
        Options {
            only: Some(name.to_owned()),
            ..Options::default()
        }
    }

    fn medusa() -> Options {
        Options {
            medusa: true,
            ..Options::default()
        }
    }

    fn in_engines<const N: usize>(options: Options, engines: [&str; N]) -> Options {
        Options {
            engines: engines.map(str::to_owned).into(),
            ..options
        }
    }

    #[test]
    fn a_suite_can_be_run_alone() {
        assert_eq!(names(&only("native")), ["native"]);
    }

    #[test]
    fn what_looks_at_the_built_files_never_sees_old_ones() {
        assert_eq!(names(&only("size")), ["dist", "size"]);
        assert_eq!(names(&only("dist")), ["dist"]);
    }

    #[test]
    fn what_needs_a_browser_runs_in_every_engine() {
        for suite in ["browser", "e2e"] {
            for options in [only(suite), Options::default()] {
                let run = names(&options);
                for engine in ["Chromium", "Firefox", "WebKit"] {
                    assert!(run.contains(&format!("{suite} in {engine}")), "{run:?}");
                }
            }
        }
    }

    #[test]
    fn an_engine_that_a_suite_does_not_run_in_is_named() {
        let left_out = left_out(&medusa());
        let left_out: Vec<String> = left_out.iter().map(Job::to_string).collect();
        assert_eq!(left_out, ["medusa in Firefox", "medusa in WebKit"]);
    }

    #[test]
    fn nothing_is_left_out_of_what_was_asked_for() {
        let options = in_engines(only("browser"), ["firefox"]);
        assert!(left_out(&options).is_empty());
    }

    #[test]
    fn the_engines_can_be_chosen() {
        let chosen = in_engines(only("e2e"), ["webkit", "chromium"]);
        assert_eq!(
            names(&chosen),
            ["dist", "playground", "e2e in Chromium", "e2e in WebKit"]
        );
        let chosen = in_engines(only("native"), ["webkit"]);
        assert_eq!(names(&chosen), ["native"]);
    }

    #[test]
    fn real_servers_are_a_run_of_their_own() {
        assert_eq!(names(&medusa()), ["dist", "medusa in Chromium"]);
        assert_eq!(
            names(&in_engines(medusa(), ["firefox"])),
            ["dist", "medusa in Firefox"]
        );
        let all = chosen(&Options::default());
        assert_eq!(all.len() + 1, suites::ALL.len());
        assert!(all.iter().all(|suite| suite.name != suites::MEDUSA));
    }
}
