//! A store that asks to wait.

use crate::support::refusal;
use anyhow::{Context, Result};
use e2e::{Shopper, on_every_platform};
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
    on_every_platform(async |stage| {
        stage.spoil("create", too_early(1, true))?;
        let form = stage.form().await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.press().await?;
        form.success().await?;
        let creations = stage
            .requests()
            .into_iter()
            .filter(|request| request.step.as_deref() == Some("create"));
        let answers: Vec<Option<u16>> = creations.map(|request| request.status).collect();
        assert!(
            matches!(answers.as_slice(), [Some(429), Some(200..300)]),
            "{answers:?}"
        );
        assert!(stage.lets_in(shopper.email(), shopper.password()).await?);
        Ok(())
    })
}

#[test]
fn a_long_wait_is_told_in_seconds() -> Result<()> {
    on_every_platform(async |stage| {
        stage.spoil_everything(too_early(120, true))?;
        let form = stage.form().await?;
        let error = refusal(stage, &form, &Shopper::new()).await?;
        assert_eq!(error.kind, "rate-limited");
        assert!(error.retryable);
        let summary = form.summary().await?.context("no summary")?;
        assert_eq!(
            summary.trim(),
            "Too many tries. Please try again in 120 seconds."
        );
        Ok(())
    })
}

#[test]
fn a_wait_that_the_page_may_not_read_is_told_without_seconds() -> Result<()> {
    on_every_platform(async |stage| {
        stage.spoil_everything(too_early(1, false))?;
        let form = stage.form().await?;
        let error = refusal(stage, &form, &Shopper::new()).await?;
        assert_eq!(error.kind, "rate-limited");
        let summary = form.summary().await?.context("no summary")?;
        assert_eq!(summary.trim(), Message::TooManyTries.english());
        Ok(())
    })
}
