//! The store of a stage: what a shopper brings about in it, and what goes wrong there.

use super::Stage;
use crate::form::Form;
use crate::shopper::Shopper;
use anyhow::{Context, Result, ensure};
use sandbox::{Account, AccountState, Effect, Entry, Fault};

impl Stage<'_> {
    /// Types all that the platform requires, and presses the button.
    ///
    /// # Errors
    /// When the form has no such field.
    pub async fn send(&self, form: &Form<'_>, shopper: &Shopper) -> Result<()> {
        form.fill_in(self.platform, shopper).await?;
        form.press().await
    }

    /// [`Stage::send`], which has to make the account that the page is told of, and no other one.
    ///
    /// # Errors
    /// When there is no account, another one, or one that its shopper can't get into.
    pub async fn register(&self, form: &Form<'_>, shopper: &Shopper) -> Result<Account> {
        self.send(form, shopper).await?;
        self.finish(form, shopper).await
    }

    /// Waits for the success of a press, and returns the one account that it has made.
    ///
    /// # Errors
    /// As [`Stage::register`].
    pub async fn finish(&self, form: &Form<'_>, shopper: &Shopper) -> Result<Account> {
        let success = form.success().await?;
        let account = self.account(&success.email, shopper.password()).await?;
        ensure!(account.id == success.id, "{success:?} is not {account:?}");
        Ok(account)
    }

    /// The one account of an email, which a password lets in.
    ///
    /// # Errors
    /// When there is none, when there are two, or when the password does not let in.
    pub async fn account(&self, email: &str, password: &str) -> Result<Account> {
        let mut accounts = self.registered(email)?;
        ensure!(
            accounts.len() == 1,
            "{} accounts of {email}",
            accounts.len()
        );
        ensure!(
            self.lets_in(email, password).await?,
            "{email} can't sign in"
        );
        accounts.pop().context("no account")
    }

    /// Spoils the next request of a step.
    ///
    /// # Errors
    /// When the platform has no such step.
    pub fn spoil(&self, step: &str, effect: Effect) -> Result<()> {
        let fault = Fault::new(self.platform.id, effect);
        self.sandbox.set_fault(fault.on(step))
    }

    /// Spoils every request until the sandbox's faults are cleared.
    ///
    /// # Errors
    /// When the effect can't be.
    pub fn spoil_everything(&self, effect: Effect) -> Result<()> {
        let fault = Fault::new(self.platform.id, effect);
        self.sandbox.set_fault(fault.times(0))
    }

    /// Whether the shopper gets in with the password that was typed, by the platform's API.
    ///
    /// # Errors
    /// When the platform answers neither yes nor no.
    pub async fn lets_in(&self, email: &str, password: &str) -> Result<bool> {
        Ok(self.api.sign_in(email, password).await?.is_some())
    }

    /// The registered accounts with exactly this email.
    ///
    /// # Errors
    /// When the store can't be read.
    pub fn registered(&self, email: &str) -> Result<Vec<Account>> {
        let is_meant =
            |account: &Account| account.email == email && account.state == AccountState::Registered;
        Ok(self
            .sandbox
            .accounts(self.platform.id)?
            .into_iter()
            .filter(is_meant)
            .collect())
    }

    /// The requests that the store has heard, without the browser's questions before them.
    pub fn requests(&self) -> Vec<Entry> {
        let requests = self.sandbox.requests();
        requests
            .into_iter()
            .filter(|request| request.method != "OPTIONS")
            .collect()
    }

    /// The statuses of a step's answers in order, nothing where none has come.
    pub fn answers(&self, step: &str) -> Vec<Option<u16>> {
        let requests = self.requests().into_iter();
        let own = requests.filter(|request| request.step.as_deref() == Some(step));
        own.map(|request| request.status).collect()
    }

    /// The requests that a shopper has pressed for: a token that any page gets may come earlier.
    pub fn registrations(&self) -> Vec<Entry> {
        let is_early = |request: &Entry| {
            self.platform.token.is_some() && request.step.as_deref() == Some("token")
        };
        self.requests()
            .into_iter()
            .filter(|request| !is_early(request))
            .collect()
    }

    /// What the store has heard, for whoever reads of a failed test.
    pub(crate) fn describe(&self) -> String {
        let line = |entry: &Entry| {
            let Entry {
                method,
                path,
                step,
                status,
                fault,
                ..
            } = entry;
            format!("  {method} {path} {step:?} {status:?} {fault:?}\n")
        };
        let requests: String = self.sandbox.requests().iter().map(line).collect();
        format!(
            "the platform was {}, the store heard:\n{requests}",
            self.platform.id
        )
    }
}
