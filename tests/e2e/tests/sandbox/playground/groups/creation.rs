//! A group is made, stands in the snippet, and shoppers join it.

use super::super::page::{CREATE, in_playground, open};
use anyhow::{Context, Result};
use e2e::{Shopper, on_every_platform, until};
use serde_json::json;

#[test]
fn a_new_group_is_in_the_snippet_and_shoppers_of_the_playground_join_it() -> Result<()> {
    in_playground(async |owner| {
        owner.token().await?;
        owner.fill("name", "VIP").await?;
        owner.click(CREATE).await?;
        owner.reads(None, "The group VIP is there.").await?;
        let group = owner
            .sandbox
            .groups(owner.platform.id)?
            .pop()
            .context("no group")?;
        assert_eq!(owner.groups()?, [("VIP".to_owned(), 0)]);
        let line = format!("customer-group=\"{}\"", group.id);
        assert!(
            owner.snippet().await?.contains(&line),
            "{}",
            owner.snippet().await?
        );

        let form = owner.form().await?;
        let shopper = Shopper::new();
        form.fill_in(owner.platform, &shopper).await?;
        form.press().await?;
        form.success().await?;
        let account = owner
            .registered(shopper.email())?
            .pop()
            .context("no account")?;
        assert_eq!(
            account.details.get("customer_group"),
            Some(&json!(group.id))
        );
        assert_eq!(owner.groups()?, [("VIP".to_owned(), 1)]);
        Ok(())
    })
}

#[test]
fn all_that_is_typed_is_sent() -> Result<()> {
    in_playground(async |owner| {
        owner.token().await?;
        for (part, text) in [
            ("name", "Händler"),
            ("reference", "crm-7"),
            ("origin", "crm"),
            ("metadata", r#"{"tier": "gold"}"#),
        ] {
            owner.fill(part, text).await?;
        }
        owner.click(CREATE).await?;
        owner.reads(None, "is there").await?;
        let requests = owner.requests();
        let sent = requests
            .iter()
            .find(|request| request.step.as_deref() == Some("create-group"));
        let attributes = json!({
            "name": "Händler", "reference": "crm-7", "reference_origin": "crm", "metadata": {"tier": "gold"},
        });
        assert_eq!(
            sent.and_then(|request| request.body.clone()),
            Some(json!({"data": {"type": "customer_groups", "attributes": attributes}}))
        );
        assert_eq!(
            owner.text("name").await?,
            "",
            "a second press would make it again"
        );
        Ok(())
    })
}

#[test]
fn a_second_press_while_waiting_makes_no_second_group() -> Result<()> {
    in_playground(async |owner| {
        owner.token().await?;
        owner.fill("name", "VIP").await?;
        let form = owner.form().await?;
        form.hold_answers().await?;
        owner.click(CREATE).await?;
        let is_busy = "return document.querySelector('.groups form[aria-busy=true]') ? true : null";
        until("the sending", async || {
            owner.browser.script::<Option<bool>>(is_busy, &[]).await
        })
        .await?;
        owner.click(CREATE).await?;
        owner
            .browser
            .script::<()>(
                "document.querySelector('.groups form').requestSubmit()",
                &[],
            )
            .await?;
        form.release_answers().await?;
        owner.reads(None, "The group VIP is there.").await?;
        assert_eq!(owner.groups()?, [("VIP".to_owned(), 0)]);
        Ok(())
    })
}

#[test]
fn only_the_platform_with_groups_has_the_form() -> Result<()> {
    on_every_platform(async |stage| {
        let owner = open(stage).await?;
        let is_there: bool = owner
            .browser
            .script("return Boolean(document.querySelector('.groups'))", &[])
            .await?;
        assert_eq!(
            is_there,
            stage.platform.id == "commerce-layer",
            "{}",
            stage.platform.id
        );
        Ok(())
    })
}
