//! One fault in one scenario, and what came of it.

use super::injection::{Cause, Injection, SAMPLE, at_step, on_the_way};
use super::limits::{can_be_asked, can_expire};
use super::line;
use super::scenario::{CREATE, Course, Scenario};
use super::table::{End, Row};
use anyhow::Result;
use e2e::{Ability, Form, Stage};
use sandbox::Fault;
use storefront_signup::registration::platform::Platform;

/// Something that goes wrong somewhere.
pub struct Case {
    /// The step of the store that it strikes.
    step: String,
    /// Whether the account hangs on this step.
    is_decisive: bool,
    /// How many requests of the page come through before the way is cut.
    passed: usize,
    /// What goes wrong.
    fault: Injection,
}

/// Every case of a scenario with this course: all faults at each step, and on the way of each request.
pub fn cases(platform: &Platform, course: &Course) -> Vec<Case> {
    let decisive = decisive(&course.steps);
    let at_steps = course.steps.iter().enumerate().flat_map(|(place, step)| {
        at_step(step == CREATE).into_iter().map(move |fault| Case {
            step: step.clone(),
            is_decisive: place == decisive,
            passed: 0,
            fault,
        })
    });
    let at_steps = at_steps.filter(|case| can_expire(platform) || !case.fault.is_expiry());
    let on_ways = (course.passed..course.requests).flat_map(|passed| {
        on_the_way().into_iter().map(move |fault| Case {
            step: format!("request {}", passed + 1),
            is_decisive: false,
            passed,
            fault,
        })
    });
    at_steps.chain(on_ways).collect()
}

/// The place of the step that the account hangs on: its creation, else what the registration ends with.
fn decisive(steps: &[String]) -> usize {
    let creation = steps.iter().position(|step| step == CREATE);
    creation.unwrap_or(steps.len().saturating_sub(1))
}

/// How the store stands after a case.
struct Outcome {
    was_met: bool,
    first: End,
    second: Option<End>,
    accounts: usize,
    lets_in: bool,
}

const SUCCESS: &str = "success";
const TAKEN: &str = "taken";
const UNCONFIRMED: &str = "unconfirmed";

impl Case {
    /// Whether the case belongs to the sample of a run that is not whole.
    pub fn is_sampled(&self) -> bool {
        self.is_decisive && SAMPLE.contains(&(self.fault.name, self.fault.times))
    }

    /// Presses once in fault and, if there is no account, once more without it.
    pub async fn play(&self, stage: &Stage<'_>, scenario: &Scenario) -> Result<Row> {
        let shopper = scenario.shopper();
        let form = scenario.begin(stage, &shopper).await?;
        self.strike(stage, &form).await?;
        let first = press(&form).await?;
        let was_met = self.mend(stage, &form).await?;
        let second = match first.event.as_str() {
            SUCCESS => None,
            _ => Some(press(&form).await?),
        };
        let password = scenario.right_password(&shopper);
        let outcome = Outcome {
            was_met,
            first,
            second,
            accounts: stage.registered(shopper.email())?.len(),
            lets_in: stage.lets_in(shopper.email(), password).await?,
        };
        Ok(self.row(stage, scenario, outcome))
    }

    async fn strike(&self, stage: &Stage<'_>, form: &Form<'_>) -> Result<()> {
        match &self.fault.cause {
            Cause::Store(effect) => {
                let fault = Fault::new(stage.platform.id, effect.clone());
                let fault = fault.on(&self.step).times(self.fault.times);
                stage.sandbox.set_fault(fault)
            }
            Cause::Way(line) => line.divert(form, self.passed).await,
        }
    }

    /// Ends the fault, and returns whether any request met it.
    async fn mend(&self, stage: &Stage<'_>, form: &Form<'_>) -> Result<bool> {
        stage.sandbox.clear_faults();
        match &self.fault.cause {
            Cause::Store(effect) => {
                let mut requests = stage.requests().into_iter();
                Ok(requests.any(|request| request.fault.as_deref() == Some(effect.name())))
            }
            Cause::Way(_) => Ok(line::mend(form).await? > self.passed),
        }
    }

    fn row(&self, stage: &Stage, scenario: &Scenario, outcome: Outcome) -> Row {
        Row {
            violation: self.violation(stage, scenario, &outcome),
            platform: stage.platform.id,
            step: self.step.to_owned(),
            fault: self.fault.name,
            times: if self.fault.times == 0 { "all" } else { "once" },
            first: outcome.first,
            second: outcome.second,
            accounts: outcome.accounts,
        }
    }

    /// How a case breaks the promise, if it does.
    fn violation(&self, stage: &Stage, scenario: &Scenario, outcome: &Outcome) -> Option<String> {
        let last = outcome.second.as_ref().unwrap_or(&outcome.first);
        let ends = ends(stage, scenario);
        let mut first = [ends, scenario.open_ends(), self.fault.kinds].concat();
        if self.fault.cuts_body() && !stage.browser.can(Ability::CutBodies) {
            first.extend(["server", "invalid"]);
        }
        Some(match outcome {
            Outcome { was_met: false, .. } if !scenario.may_miss(&self.step) => {
                "no request met the fault".to_owned()
            }
            Outcome { accounts: 0, .. } => "no account".to_owned(),
            Outcome { accounts: 2.., .. } => "two accounts".to_owned(),
            Outcome { lets_in: false, .. } => {
                "an account that its shopper can't get into".to_owned()
            }
            _ if outcome.first.reads.is_empty() || last.reads.is_empty() => {
                "the shopper reads nothing".to_owned()
            }
            _ if !first.contains(&outcome.first.event.as_str()) => {
                format!("it begins with {}, not with {first:?}", outcome.first.event)
            }
            _ if !ends.contains(&last.event.as_str()) => {
                format!("it ends with {}, not with {ends:?}", last.event)
            }
            _ => return None,
        })
    }
}

/// What the last press may end with.
fn ends(stage: &Stage, scenario: &Scenario) -> &'static [&'static str] {
    match (scenario.is_taken, can_be_asked(stage.platform)) {
        (false, true) => &[SUCCESS],
        (true, true) => &[TAKEN],
        // Where nothing can be asked, an account that is there may be anyone's.
        (false, false) => &[SUCCESS, TAKEN, UNCONFIRMED],
        (true, false) => &[TAKEN, UNCONFIRMED],
    }
}

async fn press(form: &Form<'_>) -> Result<End> {
    form.press().await?;
    let (event, reads) = match form.outcome().await? {
        Ok(_) => (SUCCESS.to_owned(), form.status().await?),
        Err(failure) => (failure.kind, form.summary().await?),
    };
    let reads = reads.unwrap_or_default().trim().to_owned();
    Ok(End { event, reads })
}
