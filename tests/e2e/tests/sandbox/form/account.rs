use anyhow::{Context, Result};
use e2e::Stage;
use sandbox::Account;

/// The one account of an email, if the shopper gets in with the password.
pub async fn account(stage: &Stage<'_>, email: &str, password: &str) -> Result<Account> {
    let mut accounts = stage.registered(email)?;
    assert_eq!(accounts.len(), 1, "accounts of {email}");
    assert!(
        stage.lets_in(email, password).await?,
        "{email} can't sign in"
    );
    accounts.pop().context("no account")
}
