//! What the page hears from a form.

use super::Form;
use crate::recording::{Event, Failure, Success};
use crate::wait::until;
use anyhow::{Result, anyhow, bail};
use serde_json::Value;

impl Form<'_> {
    /// Waits for the next event of a kind and returns what it carries. Earlier ones of other kinds
    /// are passed over.
    ///
    /// # Errors
    /// When it never comes.
    pub async fn event(&self, kind: &str) -> Result<Value> {
        Ok(self.event_of(&[kind]).await?.detail)
    }

    /// Waits for the end of what a press began, or of loading.
    ///
    /// # Errors
    /// When there is none.
    pub async fn outcome(&self) -> Result<Result<Success, Failure>> {
        let event = self.event_of(&["signup-success", "signup-error"]).await?;
        Ok(match event.kind.as_str() {
            "signup-success" => Ok(serde_json::from_value(event.detail)?),
            _ => Err(serde_json::from_value(event.detail)?),
        })
    }

    /// [`Form::outcome`], which has to be a success.
    ///
    /// # Errors
    /// When it is a failure.
    pub async fn success(&self) -> Result<Success> {
        let outcome = self.outcome().await?;
        outcome.map_err(|failure| anyhow!("no account: {failure:?}"))
    }

    /// [`Form::outcome`], which has to be a failure.
    ///
    /// # Errors
    /// When it is a success.
    pub async fn failure(&self) -> Result<Failure> {
        match self.outcome().await? {
            Ok(success) => bail!("an account: {success:?}"),
            Err(failure) => Ok(failure),
        }
    }

    async fn event_of(&self, kinds: &[&str]) -> Result<Event> {
        let is_meant = |event: &Event| event.id == self.id && kinds.contains(&event.kind.as_str());
        let next = async || {
            let events = self.browser.recording().await?.events;
            let found = events
                .iter()
                .enumerate()
                .skip(self.heard.get())
                .find(|(_, event)| is_meant(event));
            Ok(found.map(|(index, event)| (index, event.clone())))
        };
        let (index, event) = until(&format!("{kinds:?}"), next).await?;
        self.heard.set(index + 1);
        Ok(event)
    }
}
