//! What the store refuses.

use super::support::{refusal, signs_in_when_taken};
use anyhow::{Context, Result};
use e2e::{Failure, Form, Shopper, Stage, on_every_platform, on_sampled_platforms};
use sandbox::platform::samples::{TAKEN_EMAIL, TAKEN_PASSWORD};
use storefront_signup::registration::message::Message;

/// Presses with the email of an account that is there, and returns the form and the error.
async fn taken<'a>(stage: &Stage<'a>, password: &str) -> Result<(Form<'a>, Failure)> {
    let element = stage.element().set("sign-in-url", "/sign-in");
    let form = stage.form_of(&element).await?;
    let shopper = Shopper::new()
        .with("email", TAKEN_EMAIL)
        .with("password", password);
    let error = refusal(stage, &form, &shopper).await?;
    Ok((form, error))
}

#[test]
fn a_taken_email_points_at_the_email_field_and_to_signing_in() -> Result<()> {
    on_every_platform(async |stage| {
        let (form, error) = taken(stage, "another-kettle-94").await?;
        assert_eq!(error.kind, "taken");
        assert_eq!(error.field.as_deref(), Some("email"));
        let sentence = match stage.has_password() {
            true => Message::EmailTaken,
            false => Message::EmailTakenMail,
        };
        let shown = form.error_of("email").await?;
        assert_eq!(shown.as_deref(), Some(sentence.english()));
        assert_eq!(form.focused().await?, "email");
        assert_eq!(
            form.links("[part~=summary] a").await?,
            [("Sign in".to_owned(), "/sign-in".to_owned())]
        );
        assert_eq!(stage.registered(TAKEN_EMAIL)?.len(), 1);
        Ok(())
    })
}

#[test]
fn a_taken_email_with_its_own_password_makes_no_second_account() -> Result<()> {
    on_every_platform(async |stage| {
        if signs_in_when_taken(stage) {
            let form = stage.form().await?;
            let shopper = Shopper::new()
                .with("email", TAKEN_EMAIL)
                .with("password", TAKEN_PASSWORD);
            stage.send(&form, &shopper).await?;
            let account = form.success().await?;
            let known = stage.registered(TAKEN_EMAIL)?;
            assert_eq!(
                known.first().map(|known| &known.id),
                Some(&account.id),
                "the account that is there"
            );
        } else {
            let (_, error) = taken(stage, TAKEN_PASSWORD).await?;
            assert_eq!(error.kind, "taken");
        }
        assert_eq!(stage.registered(TAKEN_EMAIL)?.len(), 1);
        Ok(())
    })
}

#[test]
fn another_email_takes_the_refusal_of_a_taken_one_back() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form().await?;
        refusal(stage, &form, &Shopper::new().with("email", TAKEN_EMAIL)).await?;
        form.fill("email", Shopper::new().email()).await?;
        assert_eq!(form.error_of("email").await?, None);
        form.press().await?;
        form.success().await?;
        Ok(())
    })
}

/// The attributes that are a platform's key.
const KEYS: [&str; 2] = ["publishable-key", "client-id"];

/// Platforms whose pages have no key, or none of these: `ecwid::store` has Ecwid's token.
const KEYLESS: [&str; 2] = ["medusa-v1", "ecwid"];

#[test]
fn a_wrong_key_is_the_owners_trouble_and_told_to_the_owner() -> Result<()> {
    on_every_platform(async |stage| {
        let settings = stage.platform.settings.iter();
        let keys = settings.filter(|setting| KEYS.contains(&setting.name));
        let is_keyless = KEYLESS.contains(&stage.platform.id);
        assert_eq!(
            keys.clone().count() == 0,
            is_keyless,
            "{}: its key belongs in KEYS, or its id in KEYLESS",
            stage.platform.id
        );
        for key in keys {
            let form = stage
                .form_of(&stage.element().set(key.name, "pk_wrong"))
                .await?;
            let shopper = Shopper::new();
            let error = refusal(stage, &form, &shopper).await?;
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
            assert_eq!(stage.registered(shopper.email())?.len(), 0);
        }
        Ok(())
    })
}
