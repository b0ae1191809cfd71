//! All that can go wrong at every step: never two accounts, and never one that its shopper can't
//! get into.
//!
//! Each test prints a matrix of its cases and keeps a table of them in target/tmp/faults.

mod case;
mod limits;
mod line;
mod matrix;
mod scenario;
mod table;
mod trouble;

use self::case::Case;
use self::matrix::matrix;
use self::scenario::{CREATE, Scenario};
use self::table::{Row, table};
use anyhow::{Context, Result};
use e2e::{Stage, engine_name, is_whole, on_platform, platforms};
use std::cell::Cell;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::thread;
use storefront_signup::registration::platform::{Platform, REGISTRY};

/// Most of a case is waiting for time limits.
const BROWSERS: usize = 2;

/// Plays every case of a scenario on every platform.
fn play(scenario: &Scenario) -> Result<()> {
    let mut rows = in_browsers(|platform| rows_of(platform, scenario))?;
    rows.sort_by_key(|row| REGISTRY.iter().position(|own| own.id == row.platform));
    report(scenario, &rows)?;
    rows.retain(|row| row.violation.is_some());
    assert!(rows.is_empty(), "the promise is broken:\n{}", table(&rows));
    Ok(())
}

/// Calls `play` with all platforms, some at a time.
fn in_browsers(play: impl Fn(&'static Platform) -> Result<Vec<Row>> + Sync) -> Result<Vec<Row>> {
    let platforms = Mutex::new(platforms()?.into_iter());
    let next = || platforms.lock().ok()?.next();
    let work = || {
        std::iter::from_fn(next)
            .map(&play)
            .collect::<Result<Vec<_>>>()
    };
    thread::scope(|scope| {
        let workers: Vec<_> = (0..BROWSERS).map(|_| scope.spawn(work)).collect();
        let mut rows = Vec::new();
        for worker in workers {
            let own = worker.join().ok().context("a worker panicked")??;
            rows.extend(own.into_iter().flatten());
        }
        Ok(rows)
    })
}

/// Prints the scenario at a glance, and keeps all that there is to know of it.
fn report(scenario: &Scenario, rows: &[Row]) -> Result<()> {
    let engine = engine_name()?;
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("faults");
    let file = folder.join(format!("{engine}, {}.txt", scenario.name));
    fs::create_dir_all(&folder)?;
    fs::write(&file, table(rows))?;
    let matrix = matrix(scenario.name, engine, rows);
    let file = file.display();
    // Past the capturing of tests that pass: the matrix is what people look at.
    writeln!(std::io::stdout(), "\n{matrix}| each case: {file}")?;
    Ok(())
}

fn rows_of(platform: &'static Platform, scenario: &Scenario) -> Result<Vec<Row>> {
    let rows = Cell::new(Vec::new());
    on_platform(platform, async |stage| {
        rows.set(self::rows(stage, scenario).await?);
        Ok(())
    })?;
    let rows = rows.into_inner();
    assert!(!rows.is_empty(), "the scenario has no step");
    Ok(rows)
}

async fn rows(stage: &Stage<'_>, scenario: &Scenario) -> Result<Vec<Row>> {
    let course = scenario.course(stage).await?;
    let is_whole = is_whole()?;
    let mut rows = Vec::new();
    for step in steps(&course.steps, is_whole) {
        for trouble in &trouble::at_step(is_whole && step == CREATE) {
            if trouble.is_expiry() && !limits::can_expire(stage.platform) {
                continue;
            }
            let case = Case {
                step,
                passed: 0,
                trouble,
            };
            rows.push(case.play(stage, scenario).await?);
        }
    }
    let requests = course.passed..course.requests;
    for passed in requests.filter(|_| is_whole) {
        for trouble in &trouble::on_the_way() {
            let step = format!("request {}", passed + 1);
            let case = Case {
                step: &step,
                passed,
                trouble,
            };
            rows.push(case.play(stage, scenario).await?);
        }
    }
    Ok(rows)
}

/// All steps, or the one that the account hangs on: its creation, else what the registration ends with.
fn steps(all: &[String], is_whole: bool) -> impl Iterator<Item = &String> {
    let decisive = all.iter().position(|step| step == CREATE);
    let decisive = decisive.unwrap_or(all.len().saturating_sub(1));
    let chosen = move |(place, step)| (is_whole || place == decisive).then_some(step);
    all.iter().enumerate().filter_map(chosen)
}

#[test]
fn a_fault_at_any_step_of_a_registration_leaves_one_account_that_signs_in() -> Result<()> {
    play(&Scenario::new_shopper())
}

#[test]
fn a_fault_after_a_lost_creation_leaves_one_account_that_signs_in() -> Result<()> {
    play(&Scenario::lost_creation())
}

#[test]
fn a_fault_never_lets_anyone_into_an_account_of_somebody_else() -> Result<()> {
    play(&Scenario::taken_email())
}
