//! The shopper, or the connection, goes away while the store makes the account.

use anyhow::{Context, Result};
use e2e::{
    Browser, Form, Page, Shopper, Stage, on_sampled_platforms, on_sampled_platforms_with_devtools,
    until,
};
use sandbox::{Effect, When};
use serde_json::json;

const LATE: Effect = Effect::Delay {
    ms: 1500,
    when: When::After,
};

const NEVER: Effect = Effect::Hang { when: When::After };

/// Presses, and goes on as soon as the store has the account but the page does not know.
async fn send<'a>(stage: &Stage<'a>, shopper: &Shopper, answer: Effect) -> Result<Form<'a>> {
    stage.spoil("create", answer)?;
    let element = stage.element().set("timeout", "2");
    let page = Page::new(&element).restorable();
    let form = stage.form_in(page, &element).await?;
    stage.send(&form, shopper).await?;
    let made = async || Ok((!stage.registered(shopper.email())?.is_empty()).then_some(()));
    until("the account", made).await?;
    Ok(form)
}

/// Presses once more and asserts that the account is still the only one, and the shopper's.
async fn finish(stage: &Stage<'_>, form: &Form<'_>, shopper: &Shopper) -> Result<String> {
    form.press().await?;
    let kind = match form.outcome().await? {
        Ok(_) => "success".to_owned(),
        Err(failure) => failure.kind,
    };
    assert_eq!(stage.registered(shopper.email())?.len(), 1);
    assert!(stage.lets_in(shopper.email(), shopper.password()).await?);
    Ok(kind)
}

/// Whether the page that was left is shown again as it was, and no new one in its place.
async fn leave_and_return(browser: &Browser, elsewhere: &str) -> Result<bool> {
    browser.script::<()>("window.isOld = true", &[]).await?;
    browser.goto(elsewhere).await?;
    browser.back().await?;
    browser.script("return window.isOld === true", &[]).await
}

#[test]
fn a_page_that_is_left_while_sending_and_shown_again_makes_one_account() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let shopper = Shopper::new();
        let sent = send(stage, &shopper, LATE).await?;
        let elsewhere = stage
            .site
            .publish("/elsewhere", Page::new("").without_entry());
        let form = match leave_and_return(stage.browser, &elsewhere).await? {
            true if sent.outcome().await?.is_ok() => return Ok(()),
            true => sent,
            false => {
                let form = Form::new(stage.browser, stage.element().id());
                form.event("signup-ready").await?;
                form
            }
        };
        assert!(!form.is_sending().await?, "nobody will answer any more");
        form.fill_in(stage.platform, &shopper).await?;
        let kind = finish(stage, &form, &shopper).await?;
        // A new page does not know that the account is this shopper's.
        assert!(["success", "taken"].contains(&kind.as_str()), "{kind}");
        Ok(())
    })
}

#[test]
fn a_connection_that_goes_while_sending_is_told_and_the_next_press_finds_the_account() -> Result<()>
{
    on_sampled_platforms_with_devtools(async |stage| {
        let shopper = Shopper::new();
        // Requests that are under way outlive the change in Chromium: this one's answer never comes.
        let form = send(stage, &shopper, NEVER).await?;
        set_offline(stage.browser, true).await?;
        let failure = form.failure().await?;
        assert!(
            ["timeout", "unreachable", "unconfirmed"].contains(&failure.kind.as_str()),
            "{failure:?}"
        );
        form.summary().await?.context("the shopper reads nothing")?;
        set_offline(stage.browser, false).await?;
        let kind = finish(stage, &form, &shopper).await?;
        // Where nothing can be asked, an account that is there may be anyone's.
        let expected = match stage.has_password() {
            true => "success",
            false => "taken",
        };
        assert_eq!(kind, expected);
        Ok(())
    })
}

async fn set_offline(browser: &Browser, offline: bool) -> Result<()> {
    let network = json!({
        "offline": offline, "latency": 0, "downloadThroughput": -1, "uploadThroughput": -1,
    });
    browser.devtools("Network.enable", json!({})).await?;
    let method = "Network.emulateNetworkConditions";
    browser.devtools(method, network).await?;
    Ok(())
}
