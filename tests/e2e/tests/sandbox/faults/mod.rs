//! All that can go wrong at every step: never two accounts, and never one that its shopper can't
//! get into.
//!
//! A run plays the sample of [`fault::SAMPLE`] at the creation of the account; `cargo xtask test --whole`
//! plays every case. Each test prints a matrix of its cases and keeps a table of them in target/tmp/faults.

mod case;
mod injection;
mod limits;
mod line;
mod matrix;
mod scenario;
mod table;

use self::case::cases;
use self::matrix::matrix;
use self::scenario::Scenario;
use self::table::{Row, table};
use anyhow::{Context, Result};
use e2e::{Stage, engine_name, every_platform, is_whole, on_platform, tell_left_out};
use std::cell::Cell;
use std::fs;
use std::io::Write;
use std::path::Path;
use std::sync::Mutex;
use std::thread::{self, Builder};
use storefront_signup::registration::platform::{Platform, REGISTRY};

/// Most of a whole run is waiting for time limits.
const WORKERS: usize = 2;

/// Plays the cases of a scenario on every platform.
fn play(scenario: &Scenario) -> Result<()> {
    let mut rows = match is_whole() {
        true => with_workers(|platform| rows_of(platform, scenario))?,
        false => each(every_platform()?, |platform| rows_of(platform, scenario))?,
    };
    rows.sort_by_key(|row| REGISTRY.iter().position(|own| own.id == row.platform));
    report(scenario, &rows)?;
    rows.retain(|row| row.violation.is_some());
    assert!(rows.is_empty(), "the promise is broken:\n{}", table(&rows));
    Ok(())
}

fn each(
    platforms: impl IntoIterator<Item = &'static Platform>,
    play: impl Fn(&'static Platform) -> Result<Vec<Row>>,
) -> Result<Vec<Row>> {
    let rows = platforms
        .into_iter()
        .map(play)
        .collect::<Result<Vec<_>>>()?;
    Ok(rows.into_iter().flatten().collect())
}

/// Calls `play` with all platforms, some at a time.
fn with_workers(play: impl Fn(&'static Platform) -> Result<Vec<Row>> + Sync) -> Result<Vec<Row>> {
    let platforms = Mutex::new(every_platform()?.into_iter());
    let next = || platforms.lock().ok()?.next();
    let work = || each(std::iter::from_fn(next), &play);
    // The report tells of a test by the name of its thread.
    let name = thread::current().name().unwrap_or_default().to_owned();
    thread::scope(|scope| {
        let start = |_| Builder::new().name(name.clone()).spawn_scoped(scope, work);
        let workers = (0..WORKERS).map(start).collect::<Result<Vec<_>, _>>()?;
        let mut rows = Vec::new();
        for worker in workers {
            rows.extend(worker.join().ok().context("a worker panicked")??);
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
    let all = cases(stage.platform, &scenario.course(stage).await?);
    let count = all.len();
    let mut rows = Vec::new();
    for case in all
        .into_iter()
        .filter(|case| is_whole() || case.is_sampled())
    {
        rows.push(case.play(stage, scenario).await?);
    }
    if rows.len() < count {
        let left_out = count - rows.len();
        tell_left_out(&format!(
            "{left_out} of {count} faults on {}",
            stage.platform.id
        ))?;
    }
    Ok(rows)
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
