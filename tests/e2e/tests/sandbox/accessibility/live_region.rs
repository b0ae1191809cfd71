//! What a screen reader says by itself.

use super::support::send;
use anyhow::{Context, Result};
use e2e::{Form, Shopper, on_sampled_platforms};
use sandbox::{BodyKind, Effect, When};
use storefront_signup::registration::message::Message;

/// Notes the text of a live region whenever something is added to it that is shown.
async fn listen(form: &Form<'_>) -> Result<()> {
    form.script(include_str!("live_region.js"), &[]).await
}

/// What was said since the last call.
async fn said(form: &Form<'_>) -> Result<Vec<String>> {
    form.script("return window.said.splice(0)", &[]).await
}

#[test]
fn problems_are_said_once_a_press_and_not_again_while_they_are_solved() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form().await?;
        listen(&form).await?;
        for _ in 0..2 {
            form.press().await?;
            form.event("signup-invalid").await?;
            let summary = form.summary().await?.context("no summary")?;
            assert_eq!(said(&form).await?, [summary]);
        }
        form.fill_in(stage.platform, &Shopper::new()).await?;
        assert_eq!(form.summary().await?, None);
        assert_eq!(said(&form).await?, [""; 0]);
        Ok(())
    })
}

#[test]
fn each_end_of_a_press_is_said_once() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form_of(&stage.full_element()).await?;
        listen(&form).await?;
        let broken = Effect::Status {
            code: 500,
            body: BodyKind::Json,
            retry_after: None,
            readable: false,
        };
        stage.spoil("create", broken)?;
        let shopper = Shopper::new();
        send(stage, &form, &shopper).await?;
        form.failure().await?;
        let summary = form.summary().await?.context("no summary")?;
        assert_eq!(
            said(&form).await?,
            [Message::Sending.english(), summary.as_str()]
        );
        send(stage, &form, &shopper).await?;
        form.success().await?;
        let status = form.status().await?.context("no status")?;
        assert_eq!(
            said(&form).await?,
            [Message::Sending.english(), status.as_str()]
        );
        Ok(())
    })
}

#[test]
fn more_presses_while_sending_say_nothing() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form_of(&stage.full_element()).await?;
        let hang = Effect::Hang { when: When::Before };
        stage.spoil("create", hang)?;
        listen(&form).await?;
        send(stage, &form, &Shopper::new()).await?;
        form.starts_sending().await?;
        form.press().await?;
        form.press().await?;
        assert_eq!(said(&form).await?, [Message::Sending.english()]);
        Ok(())
    })
}
