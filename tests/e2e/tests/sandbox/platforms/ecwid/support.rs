use anyhow::{Context, Result};
use e2e::{Form, Shopper, Stage, on_platform};
use serde_json::Value;
use storefront_signup::registration::platform::find;

/// Runs a test with Ecwid.
pub fn on_ecwid(test: impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
    on_platform(find("ecwid").context("no such platform")?, test)
}

/// The form with some fields, filled in with what is required.
pub async fn form_with<'a>(stage: &Stage<'a>, fields: &str, shopper: &Shopper) -> Result<Form<'a>> {
    let form = stage
        .form_of(&stage.element().set("fields", fields))
        .await?;
    form.fill_in(stage.platform, shopper).await?;
    Ok(form)
}

/// Sends the form and returns what the store keeps of the customer.
pub async fn customer(stage: &Stage<'_>, form: &Form<'_>) -> Result<Value> {
    form.press().await?;
    let success = form.success().await?;
    let account = stage.registered(&success.email)?.pop();
    Ok(Value::Object(account.context("no account")?.details))
}

/// Whether the control of a field is to be seen.
pub async fn shows(form: &Form<'_>, name: &str) -> Result<bool> {
    Ok(form.control(name).await?.is_displayed().await?)
}
