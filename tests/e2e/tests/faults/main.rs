//! All that can go wrong at every step: never two accounts, and never one that its shopper can't
//! get into.
//!
//! Each test prints a table of its cases.

mod case;
mod limits;
mod line;
mod scenario;
mod table;
mod trouble;

use anyhow::{Context, Result};
use case::Case;
use e2e::{Ability, Stage, on_platform};
use scenario::{CREATE, Scenario};
use std::cell::Cell;
use std::io::Write;
use std::sync::Mutex;
use std::thread;
use storefront_signup::registration::platform::{Platform, REGISTRY};
use table::{Row, table};

/// Most of a case is waiting for time limits.
const BROWSERS: usize = 2;

/// Plays every case of a scenario on every platform.
fn play(scenario: &Scenario) -> Result<()> {
    let platforms = Mutex::new(REGISTRY.iter());
    let next = || platforms.lock().ok()?.next().copied();
    let work = || {
        let mut violations = 0;
        while let Some(platform) = next() {
            violations += violations_of(platform, scenario)?;
        }
        anyhow::Ok(violations)
    };
    let violations = thread::scope(|scope| {
        let workers: Vec<_> = (0..BROWSERS).map(|_| scope.spawn(work)).collect();
        let ends = workers.into_iter().map(|worker| worker.join());
        ends.map(|end| end.ok().context("a worker panicked")?)
            .sum::<Result<usize>>()
    })?;
    assert_eq!(violations, 0, "cases that break the promise");
    Ok(())
}

/// Prints the table of a platform, and counts the cases that break the promise.
fn violations_of(platform: &'static Platform, scenario: &Scenario) -> Result<usize> {
    let violations = Cell::new(0);
    on_platform(platform, async |stage| {
        let rows = rows(stage, scenario).await?;
        assert!(!rows.is_empty(), "the scenario has no step");
        // Past the capturing of tests that pass: the table is what people look at.
        writeln!(std::io::stdout(), "\n{}", table(&rows))?;
        let broken = rows.iter().filter(|row| row.violation.is_some());
        violations.set(broken.count());
        Ok(())
    })?;
    Ok(violations.get())
}

async fn rows(stage: &Stage<'_>, scenario: &Scenario) -> Result<Vec<Row>> {
    let course = scenario.course(stage).await?;
    let is_whole = stage.browser.can(Ability::WholeMatrix);
    let mut rows = Vec::new();
    for step in steps(&course.steps, is_whole) {
        for trouble in &trouble::at_step(is_whole && step == CREATE) {
            if trouble.is_expiry() && !limits::has_tokens(stage.platform) {
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
