//! Every platform can be tried.

use crate::page::open;
use anyhow::Result;
use e2e::{Shopper, on_every_platform};

#[test]
fn a_shopper_registers_on_every_platform() -> Result<()> {
    on_every_platform(async |stage| {
        let owner = open(stage).await?;
        let form = owner.form().await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.press().await?;
        form.success().await?;
        assert_eq!(stage.registered(shopper.email())?.len(), 1);
        assert!(stage.lets_in(shopper.email(), shopper.password()).await?);
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
