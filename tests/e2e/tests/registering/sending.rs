//! One press, one registration.

use crate::support::{account, is_sending};
use anyhow::Result;
use e2e::{Shopper, on_every_platform, until};
use sandbox::{Effect, When};

#[test]
fn a_second_press_while_sending_does_nothing() -> Result<()> {
    on_every_platform(async |stage| {
        let late = Effect::Delay {
            ms: 5000,
            when: When::After,
        };
        stage.spoil("create", late)?;
        let form = stage.form().await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.press().await?;
        until("the sending", async || {
            Ok(is_sending(&form).await?.then_some(()))
        })
        .await?;
        form.press().await?;
        form.enter("email").await?;
        assert!(
            is_sending(&form).await?,
            "the presses came too late to tell anything"
        );
        assert_eq!(form.focused().await?, "email");
        assert_eq!(
            form.status().await?.as_deref(),
            Some("Creating your account…")
        );
        form.success().await?;
        account(stage, shopper.email(), shopper.password()).await?;
        let creations = stage
            .requests()
            .into_iter()
            .filter(|request| request.step.as_deref() == Some("create"));
        assert_eq!(creations.count(), 1);
        Ok(())
    })
}

#[test]
fn the_button_says_so_and_stays_focusable_while_sending() -> Result<()> {
    on_every_platform(async |stage| {
        let late = Effect::Delay {
            ms: 5000,
            when: When::Before,
        };
        stage.spoil("create", late)?;
        let form = stage.form().await?;
        form.fill_in(stage.platform, &Shopper::new()).await?;
        form.press().await?;
        until("the sending", async || {
            Ok(is_sending(&form).await?.then_some(()))
        })
        .await?;
        let button = form.find("button[type=submit]").await?;
        assert_eq!(button.text().await?, "Creating your account…");
        assert_eq!(button.attr("disabled").await?, None);
        assert_eq!(button.attr("aria-disabled").await?.as_deref(), Some("true"));
        assert_eq!(form.focused().await?, "submit");
        assert!(
            is_sending(&form).await?,
            "the registration ended too early to tell anything"
        );
        form.success().await?;
        Ok(())
    })
}

#[test]
fn enter_in_a_field_sends() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.enter("email").await?;
        form.success().await?;
        account(stage, shopper.email(), shopper.password()).await?;
        Ok(())
    })
}

#[test]
fn the_page_can_stop_the_sending() -> Result<()> {
    on_every_platform(async |stage| {
        let form = stage.form().await?;
        form.script::<()>(
            "host.addEventListener('signup-submit', (event) => event.preventDefault())",
            &[],
        )
        .await?;
        form.fill_in(stage.platform, &Shopper::new()).await?;
        form.press().await?;
        form.event("signup-submit").await?;
        assert!(!is_sending(&form).await?);
        assert!(stage.registrations().is_empty());
        Ok(())
    })
}
