//! A shopper registers, and the account is there.

use anyhow::Result;
use e2e::{Shopper, Stage, on_every_platform, on_sampled_platforms};
use sandbox::Account;
use serde_json::json;

async fn register(stage: &Stage<'_>, shopper: &Shopper) -> Result<Account> {
    let form = stage.form().await?;
    stage.send(&form, shopper).await?;
    let success = form.success().await?;
    stage.account(&success.email, shopper.password()).await
}

#[test]
fn a_shopper_registers_and_can_sign_in() -> Result<()> {
    on_every_platform(async |stage| {
        let shopper = Shopper::new();
        let account = register(stage, &shopper).await?;
        assert_eq!(account.email, shopper.email());
        Ok(())
    })
}

#[test]
fn the_event_tells_platform_id_and_email() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let shopper = Shopper::new();
        let form = stage.form().await?;
        stage.send(&form, &shopper).await?;
        let submit = form.event("signup-submit").await?;
        assert_eq!(submit["values"]["email"], shopper.email());
        assert_eq!(submit["values"]["password"], json!(null));
        let success = form.success().await?;
        let account = stage.account(shopper.email(), shopper.password()).await?;
        assert_eq!(success.platform, stage.platform.id);
        assert_eq!(success.id, account.id);
        assert_eq!(success.email, shopper.email());
        Ok(())
    })
}

#[test]
fn a_plus_tag_is_kept() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let account =
            register(stage, &Shopper::new().with("email", "ada+shop@example.com")).await?;
        assert_eq!(account.email, "ada+shop@example.com");
        Ok(())
    })
}

#[test]
fn an_email_in_capitals_is_stored_in_small_letters() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let account = register(
            stage,
            &Shopper::new().with("email", "Ada.LOVELACE@Example.COM"),
        )
        .await?;
        assert_eq!(account.email, "ada.lovelace@example.com");
        Ok(())
    })
}

#[test]
fn an_international_domain_is_stored_as_the_network_has_it() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let account = register(stage, &Shopper::new().with("email", "ada@exämple.de")).await?;
        assert_eq!(account.email, "ada@xn--exmple-cua.de");
        Ok(())
    })
}
