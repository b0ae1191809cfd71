//! Trouble at the store.

use super::support::{fields, refusal};
use anyhow::{Context, Result};
use e2e::{Ability, Shopper, Stage, on_sampled_platforms};
use sandbox::{BodyKind, Effect, Fault};
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
    form.success().await?;
    assert_eq!(stage.registered(shopper.email())?.len(), 1);
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
fn a_creation_that_is_cut_after_an_unread_question_ends_with_its_account() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let unread = Fault::new(stage.platform.id, Effect::Unreadable);
        let asks = stage.sandbox.set_fault(unread.on("exists").times(0));
        if asks.is_err() {
            // No question comes before the creation here.
            return Ok(());
        }
        stage.spoil("create", Effect::CutAfter)?;
        let form = stage.form().await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.press().await?;
        let account = form.success().await?;
        let known = stage.registered(shopper.email())?;
        let ids: Vec<&String> = known.iter().map(|known| &known.id).collect();
        assert_eq!(ids, [&account.id]);
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
