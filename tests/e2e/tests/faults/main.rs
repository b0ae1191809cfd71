//! Every fault at every step: never two accounts, and never one that its shopper can't get into.
//!
//! Each test prints a table of its cases: `cargo test -p e2e --test faults -- --nocapture`.

mod case;
mod scenario;

use anyhow::Result;
use case::{Case, Row, table};
use e2e::{Stage, on_every_platform};
use sandbox::{BodyKind, Effect, When};
use scenario::Scenario;
use std::cell::Cell;

/// What is done to the requests of a step so that their answers are lost.
static LOSSES: [(&str, Effect); 7] = [
    ("cut-before", Effect::CutBefore),
    ("cut-after", Effect::CutAfter),
    ("cut-body", Effect::CutBody),
    ("hang before", Effect::Hang { when: When::Before }),
    ("hang after", Effect::Hang { when: When::After }),
    ("no-cors", Effect::NoCors),
    ("slow-drip too slow", Effect::SlowDrip { ms: 500 }),
];

/// What is done to their answers otherwise.
static ANSWERS: [(&str, Effect); 6] = [
    ("unreadable", Effect::Unreadable),
    ("redirect", Effect::Redirect { to: None }),
    ("slow-drip in time", Effect::SlowDrip { ms: 1 }),
    ("wrong-content-type", Effect::WrongContentType),
    ("500", status(500)),
    ("429", status(429)),
];

const fn status(code: u16) -> Effect {
    Effect::Status {
        code,
        body: BodyKind::Json,
        retry_after: None,
        readable: false,
    }
}

/// Plays every case of a scenario on every platform.
fn play(scenario: &Scenario) -> Result<()> {
    let violations = Cell::new(0);
    on_every_platform(async |stage| {
        let rows = rows(stage, scenario).await?;
        println!("\n{}", table(&rows));
        assert!(!rows.is_empty(), "the scenario has no step");
        let broken = rows.iter().filter(|row| row.violation.is_some()).count();
        violations.set(violations.get() + broken);
        Ok(())
    })?;
    assert_eq!(violations.get(), 0, "cases that break the promise");
    Ok(())
}

async fn rows(stage: &Stage<'_>, scenario: &Scenario) -> Result<Vec<Row>> {
    let mut rows = Vec::new();
    for step in &scenario.steps(stage).await? {
        // Once, so that the same press may get over it; and for as long as the press lasts.
        let once = LOSSES.iter().map(|loss| (loss, 1));
        let all = LOSSES
            .iter()
            .chain(ANSWERS.iter())
            .map(|effect| (effect, 0));
        for ((name, effect), times) in once.chain(all) {
            let case = Case {
                step,
                name,
                effect,
                times,
            };
            rows.push(case.play(stage, scenario).await?);
        }
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
