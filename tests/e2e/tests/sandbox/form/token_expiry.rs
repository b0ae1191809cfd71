//! A token that expires while it is used.

use super::support::refusal;
use anyhow::Result;
use e2e::{Shopper, Stage, on_platforms_with};
use sandbox::{Effect, Fault, When};

/// Runs a test where a page gets a token that can expire before the shopper is known.
fn with_token(test: impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
    on_platforms_with(|platform| platform.token.is_some(), test)
}

#[test]
fn a_token_that_expires_before_the_creation_is_replaced_once_and_the_account_is_made() -> Result<()>
{
    with_token(async |stage| {
        stage.spoil("create", Effect::ExpiredToken)?;
        let form = stage.form().await?;
        let shopper = Shopper::new();
        stage.send(&form, &shopper).await?;
        form.success().await?;
        assert_eq!(stage.answers("token").len(), 2);
        let creations = stage.answers("create");
        assert!(
            matches!(creations.as_slice(), [Some(401), Some(200..300)]),
            "{creations:?}"
        );
        stage.account(shopper.email(), shopper.password()).await?;
        Ok(())
    })
}

#[test]
fn a_new_token_that_is_refused_too_is_the_owners_trouble() -> Result<()> {
    with_token(async |stage| {
        let fault = Fault::new(stage.platform.id, Effect::ExpiredToken);
        stage.sandbox.set_fault(fault.on("create").times(0))?;
        let form = stage.form().await?;
        let shopper = Shopper::new();
        let error = refusal(stage, &form, &shopper).await?;
        assert_eq!(error.kind, "rejected-credentials");
        assert_eq!(stage.answers("token").len(), 2);
        assert_eq!(stage.answers("create"), [Some(401), Some(401)]);
        assert_eq!(stage.registered(shopper.email())?.len(), 0);
        Ok(())
    })
}

#[test]
fn a_token_that_expires_after_a_lost_creation_leads_to_the_account_that_was_made() -> Result<()> {
    with_token(async |stage| {
        stage.spoil("create", Effect::Hang { when: When::After })?;
        let expired = Fault::new(stage.platform.id, Effect::ExpiredToken);
        stage.sandbox.set_fault(expired.on("sign-in").times(0))?;
        let form = stage.form_of(&stage.element().set("timeout", "1")).await?;
        let shopper = Shopper::new();
        let error = refusal(stage, &form, &shopper).await?;
        assert_eq!(error.kind, "unconfirmed");
        stage.sandbox.clear_faults();
        // By now the token of the page is refused for good.
        stage.spoil("create", Effect::ExpiredToken)?;
        form.press().await?;
        stage.finish(&form, &shopper).await?;
        Ok(())
    })
}
