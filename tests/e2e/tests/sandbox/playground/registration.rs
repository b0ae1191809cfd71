//! Every platform can be tried.

use super::page::open;
use anyhow::Result;
use e2e::{Shopper, on_every_platform, on_sampled_platforms, until};

/// Whether there are fields and each has a text.
const FILLED: &str = "
    const fields = [...root.querySelectorAll('[name]')];
    return (fields.length && fields.every(({ value }) => value)) ? true : null;";

#[test]
fn a_shopper_registers_on_every_platform() -> Result<()> {
    on_every_platform(async |stage| {
        let owner = open(stage).await?;
        let form = owner.form().await?;
        let shopper = Shopper::new();
        stage.register(&form, &shopper).await?;
        Ok(())
    })
}

#[test]
fn a_shopper_who_was_filled_in_needs_one_press() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let owner = open(stage).await?;
        let form = owner.form().await?;
        for _ in ["the form is new", "the form is done"] {
            owner.click("Fill in a shopper").await?;
            let is_filled = async || form.script::<Option<bool>>(FILLED, &[]).await;
            until("a filled-in shopper", is_filled).await?;
            form.press().await?;
            let email = form.success().await?.email;
            assert_eq!(stage.registered(&email)?.len(), 1);
        }
        Ok(())
    })
}

#[test]
fn the_snippet_has_all_that_the_platform_requires() -> Result<()> {
    on_every_platform(async |stage| {
        let owner = open(stage).await?;
        let snippet = owner.snippet().await?;
        let settings = stage.platform.settings.iter();
        for setting in settings.filter(|setting| setting.is_required) {
            let [start, none] = [
                format!(" {}=\"", setting.name),
                format!(" {}=\"…\"", setting.name),
            ];
            assert!(
                snippet.contains(&start) && !snippet.contains(&none),
                "{}: {snippet}",
                setting.name
            );
        }
        Ok(())
    })
}
