//! What the store refuses.

use crate::support::refusal;
use anyhow::{Context, Result};
use e2e::{Shopper, on_every_platform};
use sandbox::platform::samples::{TAKEN_EMAIL, TAKEN_PASSWORD};
use storefront_signup::registration::message::Message;

#[test]
fn a_taken_email_points_at_the_email_field_and_to_signing_in() -> Result<()> {
    on_every_platform(async |stage| {
        for password in [TAKEN_PASSWORD, "another-kettle-94"] {
            let form = stage
                .form_of(&stage.element().set("sign-in-url", "/sign-in"))
                .await?;
            let shopper = Shopper::new()
                .with("email", TAKEN_EMAIL)
                .with("password", password);
            let error = refusal(stage, &form, &shopper).await?;
            assert_eq!(error.kind, "taken");
            assert_eq!(error.field.as_deref(), Some("email"));
            assert_eq!(
                form.error_of("email").await?.as_deref(),
                Some(Message::EmailTaken.english())
            );
            assert_eq!(form.focused().await?, "email");
            assert_eq!(
                form.links("[part~=summary] a").await?,
                [("Sign in".to_owned(), "/sign-in".to_owned())]
            );
            assert_eq!(stage.registered(TAKEN_EMAIL)?.len(), 1);
        }
        Ok(())
    })
}

#[test]
fn another_email_takes_the_refusal_of_a_taken_one_back() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        refusal(stage, &form, &Shopper::new().with("email", TAKEN_EMAIL)).await?;
        form.fill("email", Shopper::new().email()).await?;
        assert_eq!(form.error_of("email").await?, None);
        form.press().await?;
        form.success().await?;
        Ok(())
    })
}

#[test]
fn a_wrong_key_is_the_owners_trouble_and_told_to_the_owner() -> Result<()> {
    on_every_platform(async |stage| {
        for key in stage
            .platform
            .settings
            .iter()
            .filter(|setting| setting.name.ends_with("-key"))
        {
            let form = stage
                .form_of(&stage.element().set(key.name, "pk_wrong"))
                .await?;
            let error = refusal(stage, &form, &Shopper::new()).await?;
            assert_eq!(error.kind, "rejected-credentials");
            let advice = error.message;
            assert!(advice.contains(key.name), "{advice}");
            let console = stage.browser.recording().await?.console;
            assert!(
                console.iter().any(|line| line.contains(&advice)),
                "{console:?}"
            );
            let summary = form.summary().await?.context("no summary")?;
            assert_eq!(summary.trim(), Message::StoreTrouble.english());
        }
        Ok(())
    })
}
