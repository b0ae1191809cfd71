//! Trouble at the store.

use super::support::{fields, refusal};
use anyhow::{Context, Result};
use e2e::{Ability, Shopper, Stage, on_sampled_platforms};
use sandbox::{BodyKind, Effect};
use storefront_signup::registration::message::Message;

/// Meets a 500 while creating, and returns the error's kind after a second press has succeeded.
async fn kind_of_trouble(stage: &Stage<'_>, body: BodyKind) -> Result<String> {
    let trouble = Effect::Status {
        code: 500,
        body,
        retry_after: None,
        readable: false,
    };
    stage.spoil("create", trouble)?;
    let form = stage.form().await?;
    let shopper = Shopper::new();
    let error = refusal(stage, &form, &shopper).await?;
    assert!(error.retryable);
    let summary = form.summary().await?.context("no summary")?;
    let told = match error.kind.as_str() {
        "unconfirmed" if stage.has_password() => Message::Unconfirmed,
        "unconfirmed" => Message::UnconfirmedMail,
        _ => Message::ServerTrouble,
    };
    assert_eq!(summary.trim(), told.english());
    form.press().await?;
    stage.finish(&form, &shopper).await?;
    Ok(error.kind)
}

#[test]
fn trouble_at_the_store_is_told_in_the_shoppers_words_and_may_be_tried_again() -> Result<()> {
    on_sampled_platforms(async |stage| {
        for body in [
            BodyKind::Json,
            BodyKind::Html,
            BodyKind::Empty,
            BodyKind::Large,
        ] {
            assert_eq!(kind_of_trouble(stage, body).await?, "server", "{body:?}");
        }
        Ok(())
    })
}

#[test]
fn half_an_answer_to_the_creation_leaves_it_unconfirmed() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let kind = if stage.browser.can(Ability::CutBodies) {
            "unconfirmed"
        } else {
            "server"
        };
        assert_eq!(kind_of_trouble(stage, BodyKind::Cut).await?, kind);
        Ok(())
    })
}

#[test]
fn what_was_typed_is_still_there_after_a_failure() -> Result<()> {
    on_sampled_platforms(async |stage| {
        stage.spoil_everything(Effect::CutBefore)?;
        let form = stage.form().await?;
        let shopper = Shopper::new();
        refusal(stage, &form, &shopper).await?;
        for field in fields(stage) {
            let text = form.control(field.name).await?.value().await?;
            assert_eq!(text.as_deref(), Some(shopper.text(field.name)?));
        }
        Ok(())
    })
}
