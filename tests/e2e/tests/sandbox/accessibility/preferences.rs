//! What a shopper has told the system: other colours, less motion.

use super::support::send;
use anyhow::Result;
use e2e::{
    Browser, Form, Shopper, Stage, on_sampled_platforms_with_devtools, on_stage,
    on_stage_with_devtools,
};
use sandbox::{Effect, When};
use serde_json::json;

async fn prefer(browser: &Browser, feature: &str, value: &str) -> Result<()> {
    let features = json!({ "features": [{ "name": feature, "value": value }] });
    let set = browser.devtools("Emulation.setEmulatedMedia", features);
    set.await.map(drop)
}

/// What can't be told apart from what is around it, a line each.
async fn unseen(form: &Form<'_>) -> Result<Vec<String>> {
    form.script(include_str!("preferences.js"), &[]).await
}

#[test]
fn forced_colours_leave_every_edge_and_the_focus_to_be_seen() -> Result<()> {
    on_sampled_platforms_with_devtools(async |stage| {
        prefer(stage.browser, "forced-colors", "active").await?;
        let form = stage.form_of(&stage.full_element()).await?;
        assert_eq!(unseen(&form).await?, [""; 0]);
        form.press().await?;
        form.event("signup-invalid").await?;
        assert_eq!(unseen(&form).await?, [""; 0]);
        send(stage, &form, &Shopper::new()).await?;
        form.success().await?;
        assert_eq!(unseen(&form).await?, [""; 0]);
        Ok(())
    })
}

/// How many things move while sending.
async fn moving(stage: &Stage<'_>) -> Result<u32> {
    let form = stage.form_of(&stage.full_element()).await?;
    let hang = Effect::Hang { when: When::Before };
    stage.spoil("create", hang)?;
    send(stage, &form, &Shopper::new()).await?;
    form.starts_sending().await?;
    form.script("return root.getAnimations().length", &[]).await
}

#[test]
fn something_moves_while_sending() -> Result<()> {
    on_stage(async |stage| {
        assert_eq!(moving(stage).await?, 1);
        Ok(())
    })
}

#[test]
fn nothing_moves_for_shoppers_who_want_less_motion() -> Result<()> {
    on_stage_with_devtools(async |stage| {
        prefer(stage.browser, "prefers-reduced-motion", "reduce").await?;
        assert_eq!(moving(stage).await?, 0);
        Ok(())
    })
}
