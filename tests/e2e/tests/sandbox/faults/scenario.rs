//! The situations in which faults strike.

use super::line::{self, Line};
use anyhow::Result;
use e2e::{Element, Form, Shopper, Stage};
use sandbox::platform::samples::{TAKEN_EMAIL, TAKEN_PASSWORD};
use sandbox::{Effect, Fault};

/// The step that makes the account, on each platform.
pub const CREATE: &str = "create";

/// Who registers, and what has gone wrong already.
pub struct Scenario {
    /// Its name in the table.
    pub name: &'static str,
    /// Whether the account is somebody else's.
    pub is_taken: bool,
    loses_creation: bool,
}

impl Scenario {
    /// Somebody with an unused email.
    pub const fn new_shopper() -> Self {
        Self {
            name: "new shopper",
            is_taken: false,
            loses_creation: false,
        }
    }

    /// Somebody whose account was made, but nobody has told.
    pub const fn lost_creation() -> Self {
        Self {
            name: "lost creation",
            is_taken: false,
            loses_creation: true,
        }
    }

    /// Somebody with the email of an account that is there, and another password.
    pub const fn taken_email() -> Self {
        Self {
            name: "taken email",
            is_taken: true,
            loses_creation: false,
        }
    }

    /// A shopper as the scenario has them.
    pub fn shopper(&self) -> Shopper {
        if self.is_taken {
            Shopper::new().with("email", TAKEN_EMAIL)
        } else {
            Shopper::new()
        }
    }

    /// The password that signs in to the account in the end.
    pub fn right_password<'a>(&self, shopper: &'a Shopper) -> &'a str {
        if self.is_taken {
            TAKEN_PASSWORD
        } else {
            shopper.password()
        }
    }

    /// Sets the store and the page up for a case.
    pub async fn begin<'a>(&self, stage: &Stage<'a>, shopper: &Shopper) -> Result<Form<'a>> {
        stage.sandbox.reset()?;
        if self.loses_creation {
            stage
                .sandbox
                .set_fault(Fault::new(stage.platform.id, Effect::CutAfter).on(CREATE))?;
        }
        let form = stage.form_of(&element(stage)).await?;
        let required = stage.platform.required.iter().copied();
        form.put(required, shopper, &["input"]).await?;
        Ok(form)
    }

    /// What the scenario does when nothing else goes wrong; after a lost creation, only what follows
    /// from its repetition on can be struck.
    pub async fn course(&self, stage: &Stage<'_>) -> Result<Course> {
        let form = self.begin(stage, &self.shopper()).await?;
        Line::Whole.divert(&form, 0).await?;
        form.press().await?;
        let _ = form.outcome().await?;
        let requests = line::mend(&form).await?;
        let heard = stage.requests().into_iter();
        let mut steps: Vec<String> = heard.filter_map(|request| request.step).collect();
        steps.dedup();
        let creation = steps.iter().position(|step| step == CREATE);
        let lost = creation.filter(|_| self.loses_creation);
        steps.drain(..lost.unwrap_or_default());
        Ok(Course {
            steps,
            requests,
            passed: lost.map_or(0, |before| before + 1),
        })
    }

    /// What the first press may end with, whatever goes wrong: an account that nobody told of stays
    /// open, or looks like somebody else's.
    pub const fn open_ends(&self) -> &'static [&'static str] {
        match self.loses_creation {
            true => &["unconfirmed", "taken"],
            false => &[],
        }
    }

    /// Whether a fault at a step may meet no request: it is up to the browser whether it repeats a
    /// creation whose connection was cut.
    pub fn may_miss(&self, step: &str) -> bool {
        self.loses_creation && step == CREATE
    }
}

/// The course of a scenario's first press.
pub struct Course {
    /// The steps that the store hears, each once in a row.
    pub steps: Vec<String>,
    /// How many requests the page sends.
    pub requests: usize,
    /// How many of them come through in any case.
    pub passed: usize,
}

/// An element that takes every step that its platform has, and waits for none for long.
fn element(stage: &Stage) -> Element {
    stage.element().set("session", "cookie").set("timeout", "1")
}
