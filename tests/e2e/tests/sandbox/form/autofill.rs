//! Who fills the form in without typing.

use anyhow::{Context, Result};
use e2e::{
    Element, Form, Shopper, Stage, on_sampled_platforms, on_sampled_platforms_with_devtools, until,
};
use serde_json::{Value, json};

/// Asserts that what stands in the controls is what the store gets, whichever events told of it.
async fn is_sent(stage: &Stage<'_>, form: &Form<'_>, events: &[&str]) -> Result<()> {
    let shopper = Shopper::new();
    form.put(stage.fields(), &shopper, events).await?;
    form.press().await?;
    form.success().await?;
    let account = stage.registered(shopper.email())?.pop();
    let account = account.context("no account")?;
    let kept = json!([account.email, account.name, account.details]).to_string();
    for field in stage.kept_fields() {
        let text = shopper.text(field.name)?;
        let text = if text == "true" { ":true" } else { text };
        assert!(
            kept.contains(text),
            "{}: {text} is not in {kept}",
            field.name
        );
    }
    if stage.has_password() {
        assert!(stage.lets_in(shopper.email(), shopper.password()).await?);
    }
    Ok(())
}

/// The full element in a shadow root and in the page itself.
fn elements(stage: &Stage) -> [Element; 2] {
    let element = stage.full_element();
    [element.clone().set("no-shadow", ""), element]
}

fn is_sent_after(events: &[&str]) -> Result<()> {
    on_sampled_platforms(async |stage| {
        for element in elements(stage) {
            let form = stage.form_of(&element).await?;
            is_sent(stage, &form, events).await?;
        }
        Ok(())
    })
}

#[test]
fn what_is_put_in_with_events_is_sent() -> Result<()> {
    is_sent_after(&["input", "change"])
}

#[test]
fn what_is_put_in_with_a_change_alone_is_sent() -> Result<()> {
    is_sent_after(&["change"])
}

#[test]
fn what_is_put_in_without_any_event_is_sent() -> Result<()> {
    is_sent_after(&[])
}

#[test]
fn what_is_put_in_after_a_refusal_is_sent_too() -> Result<()> {
    on_sampled_platforms(async |stage| {
        for element in elements(stage) {
            let form = stage.form_of(&element).await?;
            form.press().await?;
            form.event("signup-invalid").await?;
            is_sent(stage, &form, &[]).await?;
        }
        Ok(())
    })
}

/// Fills the form in as the browser does when the shopper chooses an address of theirs.
async fn choose_address(stage: &Stage<'_>, shopper: &Shopper) -> Result<()> {
    let browser = stage.browser;
    let control = "document.getElementById('signup').shadowRoot.querySelector('[name=email]')";
    let found = browser.devtools("Runtime.evaluate", json!({ "expression": control }));
    let object = found.await?.pointer("/result/objectId").cloned();
    let described = browser.devtools("DOM.describeNode", json!({ "objectId": object }));
    let id = described.await?.pointer("/node/backendNodeId").cloned();
    let parts = [
        ("EMAIL_ADDRESS", "email"),
        ("NAME_FULL", "name"),
        ("NAME_FIRST", "first_name"),
        ("NAME_LAST", "last_name"),
    ];
    let part = |(kind, name)| Ok(json!({ "name": kind, "value": shopper.text(name)? }));
    let address: Vec<Value> = parts.into_iter().map(part).collect::<Result<_>>()?;
    let choice = json!({ "fieldId": id, "address": { "fields": address } });
    // The browser finds the fields of a new form in its own time, and refuses until then.
    until("the browser's choice", async || {
        let chosen = browser.devtools("Autofill.trigger", choice.clone()).await;
        Ok(chosen.ok().map(drop))
    })
    .await
}

#[test]
fn what_the_browser_itself_fills_in_is_sent() -> Result<()> {
    on_sampled_platforms_with_devtools(async |stage| {
        let form = stage.form().await?;
        let shopper = Shopper::new();
        stage.browser.devtools("Autofill.enable", json!({})).await?;
        choose_address(stage, &shopper).await?;
        form.find("[name=email]:autofill").await?;
        if stage.has_password() {
            form.fill("password", shopper.password()).await?;
        }
        form.press().await?;
        form.success().await?;
        let account = stage.registered(shopper.email())?.pop();
        let kept = json!(account.context("no account")?.name).to_string();
        let is_named = stage
            .platform
            .required
            .iter()
            .any(|field| field.name.ends_with("name"));
        assert_eq!(kept.contains("Ada"), is_named, "{kept}");
        Ok(())
    })
}
