//! A store that asks to wait.

use super::support::refusal;
use anyhow::{Context, Result};
use e2e::{Shopper, Stage, on_sampled_platforms};
use sandbox::{BodyKind, Effect};
use storefront_signup::registration::message::Message;

/// 429 with a number of seconds to wait, which a page may read or not.
fn too_early(seconds: u32, readable: bool) -> Effect {
    Effect::Status {
        code: 429,
        body: BodyKind::Json,
        retry_after: Some(seconds),
        readable,
    }
}

#[test]
fn a_short_wait_that_the_store_asks_for_is_kept_without_a_word() -> Result<()> {
    on_sampled_platforms(async |stage| {
        stage.spoil("create", too_early(1, true))?;
        let form = stage.form().await?;
        let shopper = Shopper::new();
        stage.register(&form, &shopper).await?;
        let answers = stage.answers("create");
        assert!(
            matches!(answers.as_slice(), [Some(429), Some(200..300)]),
            "{answers:?}"
        );
        assert!(stage.lets_in(shopper.email(), shopper.password()).await?);
        Ok(())
    })
}

/// Meets a 429, and returns what the shopper reads after it.
async fn read_after(stage: &Stage<'_>, too_early: Spoil, shopper: &Shopper) -> Result<String> {
    match too_early {
        Spoil::Everything(effect) => stage.spoil_everything(effect)?,
        Spoil::Creation(effect) => stage.spoil("create", effect)?,
    }
    let form = stage.form().await?;
    let error = refusal(stage, &form, shopper).await?;
    assert_eq!(error.kind, "rate-limited");
    assert!(error.retryable);
    let summary = form.summary().await?.context("no summary")?;
    stage.sandbox.clear_faults();
    form.press().await?;
    stage.finish(&form, shopper).await?;
    Ok(summary.trim().to_owned())
}

/// Which requests are too early.
enum Spoil {
    Everything(Effect),
    Creation(Effect),
}

#[test]
fn a_long_wait_is_told_in_seconds() -> Result<()> {
    on_sampled_platforms(async |stage| {
        for spoil in [Spoil::Everything, Spoil::Creation] {
            let read = read_after(stage, spoil(too_early(120, true)), &Shopper::new()).await?;
            assert_eq!(read, "Too many tries. Please try again in 120 seconds.");
        }
        Ok(())
    })
}

#[test]
fn a_wait_that_the_page_may_not_read_is_told_without_seconds() -> Result<()> {
    on_sampled_platforms(async |stage| {
        for spoil in [Spoil::Everything, Spoil::Creation] {
            let read = read_after(stage, spoil(too_early(1, false)), &Shopper::new()).await?;
            assert_eq!(read, Message::TooManyTries.english());
        }
        Ok(())
    })
}
