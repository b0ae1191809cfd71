//! What the owner reads when there is no group, or when nobody can tell.

use super::super::page::{CREATE, Playground, in_playground, with_settings};
use anyhow::{Context, Result};
use sandbox::{BodyKind, Effect, When};
use serde_json::{Value, json};

async fn create(owner: &Playground<'_>, name: &str) -> Result<()> {
    owner.fill("name", name).await?;
    owner.click(CREATE).await
}

/// A token that any page gets.
async fn guest_token(owner: &Playground<'_>) -> Result<String> {
    let url = format!("{}/{}/oauth/token", owner.sandbox.url(), owner.platform.id);
    let body = json!({
        "grant_type": "client_credentials",
        "client_id": sandbox::platform::commerce_layer::CLIENT_ID,
        "scope": sandbox::platform::commerce_layer::SCOPE,
    });
    let answer: Value = reqwest::Client::new()
        .post(url)
        .json(&body)
        .send()
        .await?
        .json()
        .await?;
    let token = answer.get("access_token").and_then(Value::as_str);
    Ok(token.context("no token")?.to_owned())
}

async fn focused(owner: &Playground<'_>) -> Result<String> {
    owner
        .browser
        .script("return document.activeElement.id", &[])
        .await
}

#[test]
fn nothing_is_sent_without_token_and_name() -> Result<()> {
    in_playground(async |owner| {
        owner.click(CREATE).await?;
        owner.reads(Some("token"), "Enter the token.").await?;
        owner.reads(Some("name"), "Enter a name.").await?;
        assert_eq!(focused(owner).await?, "group-token");
        assert!(owner.requests().is_empty());
        Ok(())
    })
}

#[test]
fn metadata_that_is_no_object_is_not_sent() -> Result<()> {
    in_playground(async |owner| {
        owner.token().await?;
        owner.fill("metadata", "tier: gold").await?;
        create(owner, "VIP").await?;
        owner
            .reads(Some("metadata"), "Enter an object in JSON")
            .await?;
        assert_eq!(focused(owner).await?, "group-metadata");
        assert!(owner.groups()?.is_empty());
        Ok(())
    })
}

#[test]
fn a_bad_token_is_told_at_the_token_and_a_good_one_works_after_it() -> Result<()> {
    in_playground(async |owner| {
        owner.fill("token", "no-token-at-all").await?;
        create(owner, "VIP").await?;
        owner
            .reads(Some("token"), "it is wrong, or it has expired")
            .await?;
        assert_eq!(focused(owner).await?, "group-token");
        let is_invalid: String = owner
            .browser
            .script(
                "return document.querySelector('#group-token').getAttribute('aria-invalid')",
                &[],
            )
            .await?;
        assert_eq!(is_invalid, "true");
        owner.fill("token", "").await?;
        owner.token().await?;
        owner.click(CREATE).await?;
        owner.reads(None, "The group VIP is there.").await?;
        Ok(())
    })
}

#[test]
fn a_token_that_may_not_make_groups_is_told_apart() -> Result<()> {
    in_playground(async |owner| {
        let token = guest_token(owner).await?;
        owner.fill("token", &token).await?;
        create(owner, "VIP").await?;
        owner
            .reads(Some("token"), "This token may not create groups.")
            .await?;
        assert!(owner.groups()?.is_empty());
        Ok(())
    })
}

#[test]
fn an_expired_token_is_told_at_the_token() -> Result<()> {
    in_playground(async |owner| {
        let url = format!("{}/_sandbox/token-lifetime", owner.sandbox.url());
        let body = json!({ "platform": owner.platform.id, "seconds": 0 });
        reqwest::Client::new()
            .put(url)
            .json(&body)
            .send()
            .await?
            .error_for_status()?;
        owner.token().await?;
        create(owner, "VIP").await?;
        owner
            .reads(Some("token"), "it has expired. Get a new one.")
            .await?;
        assert!(owner.groups()?.is_empty());
        Ok(())
    })
}

#[test]
fn a_rate_limit_says_how_long_to_wait_where_the_page_may_read_it() -> Result<()> {
    in_playground(async |owner| {
        owner.token().await?;
        for (readable, sentence) in [
            (true, "Try again in 20 seconds."),
            (false, "Try again in a minute."),
        ] {
            let body = BodyKind::Json;
            owner.spoil(
                "create-group",
                Effect::Status {
                    code: 429,
                    body,
                    retry_after: Some(20),
                    readable,
                },
            )?;
            create(owner, "VIP").await?;
            owner.reads(None, sentence).await?;
        }
        owner.click(CREATE).await?;
        owner.reads(None, "The group VIP is there.").await?;
        assert_eq!(owner.groups()?, [("VIP".to_owned(), 0)]);
        Ok(())
    })
}

#[test]
fn an_answer_that_can_not_be_read_leaves_it_open_whether_the_group_is_there() -> Result<()> {
    in_playground(async |owner| {
        owner.token().await?;
        for (effect, sentence) in [
            (Effect::NoCors, "No answer that this page may read."),
            (Effect::Unreadable, "The answer can’t be read."),
            (
                Effect::Status {
                    code: 500,
                    body: BodyKind::Html,
                    retry_after: None,
                    readable: false,
                },
                "problem (500)",
            ),
        ] {
            owner.spoil("create-group", effect)?;
            create(owner, "VIP").await?;
            let text = owner.reads(None, sentence).await?;
            assert!(
                text.contains("The group may be there all the same"),
                "{text}"
            );
        }
        // Of these three, the store carried out the first.
        assert_eq!(owner.groups()?, [("VIP".to_owned(), 0)]);
        assert!(!owner.snippet().await?.contains("customer-group"));
        Ok(())
    })
}

#[test]
fn no_answer_in_time_is_told() -> Result<()> {
    with_settings("&timeout=1", async |owner| {
        owner.token().await?;
        owner.spoil("create-group", Effect::Hang { when: When::Before })?;
        create(owner, "VIP").await?;
        owner.reads(None, "No answer came in time.").await?;
        Ok(())
    })
}
