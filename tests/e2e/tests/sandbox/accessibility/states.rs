//! A form on its way through all its states.

use super::support::{Window, open, send};
use anyhow::Result;
use e2e::{Element, Form, SHOW_PASSWORD, Shopper, Stage, WASM};
use sandbox::platform::samples::TAKEN_EMAIL;
use sandbox::{BodyKind, Effect, When};

const BROKEN: Effect = Effect::Status {
    code: 500,
    body: BodyKind::Json,
    retry_after: None,
    readable: false,
};

/// Takes the form of a full element through its states, and looks at each with its name.
pub async fn each_state(
    stage: &Stage<'_>,
    element: &Element,
    window: Window,
    look: impl AsyncFn(&Form<'_>, &str) -> Result<()>,
) -> Result<()> {
    stage.site.hold(WASM);
    // What hangs shall hang until it has been looked at.
    let form = open(stage, &element.clone().set("timeout", "120"), window).await?;
    form.find("form").await?;
    look(&form, "draft").await?;
    stage.site.release(WASM);
    form.event("signup-ready").await?;
    look(&form, "empty").await?;
    before_sending(stage, &form, &look).await?;
    after_sending(stage, &form, &look).await
}

async fn before_sending(
    stage: &Stage<'_>,
    form: &Form<'_>,
    look: &impl AsyncFn(&Form<'_>, &str) -> Result<()>,
) -> Result<()> {
    form.type_into("email", "ada").await?;
    form.leave("email").await?;
    look(form, "touched").await?;
    form.press().await?;
    form.event("signup-invalid").await?;
    look(form, "refused").await?;
    if stage.has_password() {
        form.click(SHOW_PASSWORD).await?;
        look(form, "password shown").await?;
    }
    Ok(())
}

async fn after_sending(
    stage: &Stage<'_>,
    form: &Form<'_>,
    look: &impl AsyncFn(&Form<'_>, &str) -> Result<()>,
) -> Result<()> {
    let shopper = Shopper::new();
    let hang = Effect::Hang { when: When::Before };
    stage.spoil("create", hang)?;
    send(stage, form, &shopper).await?;
    form.starts_sending().await?;
    look(form, "busy").await?;
    form.script::<()>("host.reset()", &[]).await?;
    stage.spoil("create", BROKEN)?;
    send(stage, form, &shopper).await?;
    form.failure().await?;
    look(form, "failed").await?;
    send(stage, form, &shopper).await?;
    form.success().await?;
    look(form, "done").await?;
    form.script::<()>("host.reset()", &[]).await?;
    let stranger = shopper.with("email", TAKEN_EMAIL);
    send(stage, form, &stranger).await?;
    form.failure().await?;
    look(form, "taken").await
}
