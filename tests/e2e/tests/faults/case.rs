//! One fault in one scenario, and what came of it.

use crate::scenario::Scenario;
use anyhow::Result;
use e2e::{Form, Shopper, Stage};
use sandbox::{Effect, Fault};

/// A fault at a step.
pub struct Case<'a> {
    /// The step whose requests are spoilt.
    pub step: &'a str,
    /// The effect's name in the table.
    pub name: &'a str,
    /// What happens to the requests.
    pub effect: &'a Effect,
    /// How many of them; 0 are all of the first press.
    pub times: u32,
}

/// What came of a case: a line of the table.
pub struct Row {
    /// How the case breaks the promise, if it does.
    pub violation: Option<String>,
    cells: [String; 8],
}

/// How the store stands after a case.
struct End {
    was_met: bool,
    first: String,
    second: Option<String>,
    accounts: usize,
    lets_in: bool,
}

const SUCCESS: &str = "success";
const TAKEN: &str = "taken";

impl Case<'_> {
    /// Presses once under the fault and, if there is no account, once more without it.
    pub async fn play(&self, stage: &Stage<'_>, scenario: &Scenario) -> Result<Row> {
        let shopper = scenario.shopper();
        let form = scenario.begin(stage, &shopper).await?;
        let fault = Fault::new(stage.platform.id, self.effect.clone());
        stage
            .sandbox
            .set_fault(fault.on(self.step).times(self.times))?;
        form.press().await?;
        let end = self.end(stage, scenario, &form, &shopper).await?;
        Ok(self.row(stage, scenario, &end))
    }

    async fn end(
        &self,
        stage: &Stage<'_>,
        scenario: &Scenario,
        form: &Form<'_>,
        shopper: &Shopper,
    ) -> Result<End> {
        let first = end_of_press(form).await?;
        let was_met = stage
            .requests()
            .iter()
            .any(|request| request.fault.as_deref() == Some(self.effect.name()));
        stage.sandbox.clear_faults();
        let second = if first == SUCCESS {
            None
        } else {
            form.press().await?;
            Some(end_of_press(form).await?)
        };
        let accounts = stage.registered(shopper.email())?.len();
        let lets_in = stage
            .lets_in(shopper.email(), scenario.right_password(shopper))
            .await?;
        Ok(End {
            was_met,
            first,
            second,
            accounts,
            lets_in,
        })
    }

    fn row(&self, stage: &Stage, scenario: &Scenario, end: &End) -> Row {
        let times = if self.times == 0 { "all" } else { "once" };
        let cells = [
            stage.platform.id,
            scenario.name,
            self.step,
            self.name,
            times,
            &end.first,
            end.second.as_deref().unwrap_or("-"),
            &end.accounts.to_string(),
        ];
        Row {
            violation: end.violation(stage, scenario, self.step),
            cells: cells.map(str::to_owned),
        }
    }
}

impl End {
    fn violation(&self, stage: &Stage, scenario: &Scenario, step: &str) -> Option<String> {
        let last = self.second.as_deref().unwrap_or(&self.first);
        let expected = if scenario.is_taken { TAKEN } else { SUCCESS };
        let violation = match self {
            Self { was_met: false, .. } if !scenario.may_miss(step) => {
                "the fault met no request".to_owned()
            }
            Self { accounts: 0, .. } => "no account".to_owned(),
            Self { accounts: 2.., .. } => "two accounts".to_owned(),
            Self { lets_in: false, .. } => "an account that its shopper can't get into".to_owned(),
            _ if last == TAKEN && may_be_repeated_unseen(stage) => return None,
            _ if last != expected => format!("it has to end with {expected}"),
            _ => return None,
        };
        Some(violation)
    }
}

/// Whether the browser's own repetition of a cut creation can't be told from a taken email: the
/// platform has nothing to ask before the creation. The account is there, once, and the typed
/// password opens it, so "sign in instead" is a way on (see the platform's page in `docs/platforms`).
fn may_be_repeated_unseen(stage: &Stage) -> bool {
    stage.platform.token.is_some()
}

/// The end of a press in a word: `success`, or the error's kind.
async fn end_of_press(form: &Form<'_>) -> Result<String> {
    Ok(match form.outcome().await? {
        Ok(_) => SUCCESS.to_owned(),
        Err(failure) => failure.kind,
    })
}

/// The rows as a table with a head.
pub fn table(rows: &[Row]) -> String {
    let head = [
        "platform",
        "scenario",
        "step",
        "fault",
        "times",
        "event",
        "second press",
        "accounts",
    ];
    let line = |cells: [&str; 8], note: &str| {
        let [
            platform,
            scenario,
            step,
            fault,
            times,
            event,
            second,
            accounts,
        ] = cells;
        let line = format!(
            "{platform:<21} {scenario:<14} {step:<9} {fault:<19} {times:<6} {event:<21} {second:<13} {accounts:<9} {note}"
        );
        format!("{}\n", line.trim_end())
    };
    let note = |row: &Row| row.violation.clone().unwrap_or_default();
    let body = rows
        .iter()
        .map(|row| line(row.cells.each_ref().map(String::as_str), &note(row)));
    std::iter::once(line(head, "")).chain(body).collect()
}
