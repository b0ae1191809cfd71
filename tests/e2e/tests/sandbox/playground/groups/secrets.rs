//! Where the owner's token must not be found.

use super::super::page::{CREATE, in_playground};
use anyhow::Result;
use sandbox::Effect;
use sandbox::platform::commerce_layer::INTEGRATION_CLIENT_SECRET;

#[test]
fn the_token_leaves_no_trace_and_the_traffic_masks_it() -> Result<()> {
    in_playground(async |owner| {
        let token = owner.token().await?;
        owner.fill("name", "VIP").await?;
        owner.spoil("create-group", Effect::Unreadable)?;
        owner.click(CREATE).await?;
        owner.reads(None, "can’t be read").await?;
        owner.click(CREATE).await?;
        owner.reads(None, "is there").await?;
        let traces = owner.browser.traces().await?;
        assert!(
            traces.contains("/api/customer_groups") && traces.contains("Bearer •••"),
            "{traces}"
        );
        assert!(!traces.contains(&token), "{traces}");
        assert!(!traces.contains(INTEGRATION_CLIENT_SECRET), "{traces}");
        assert_eq!(owner.text("token").await?, token);
        Ok(())
    })
}

#[test]
fn a_token_of_no_known_shape_is_masked_too() -> Result<()> {
    in_playground(async |owner| {
        owner.fill("token", "plain-word-of-an-owner").await?;
        owner.fill("name", "VIP").await?;
        owner.click(CREATE).await?;
        owner
            .reads(Some("token"), "does not accept this token")
            .await?;
        let traces = owner.browser.traces().await?;
        assert!(traces.contains("Bearer •••"), "{traces}");
        assert!(!traces.contains("plain-word-of-an-owner"), "{traces}");
        Ok(())
    })
}

#[test]
fn a_reload_and_another_store_forget_the_token() -> Result<()> {
    in_playground(async |owner| {
        owner.token().await?;
        owner.click("My store").await?;
        assert_eq!(owner.text("token").await?, "");
        owner.fill("token", "of-my-store").await?;
        owner.click("Sandbox").await?;
        assert_eq!(owner.text("token").await?, "");
        owner.token().await?;
        owner.browser.script::<()>("location.reload()", &[]).await?;
        let is_new = "return performance.getEntriesByType('navigation')[0]?.type === 'reload' && document.querySelector('#group-token') ? true : null";
        e2e::until("the reload", async || {
            owner.browser.script::<Option<bool>>(is_new, &[]).await
        })
        .await?;
        assert_eq!(owner.text("token").await?, "");
        Ok(())
    })
}
