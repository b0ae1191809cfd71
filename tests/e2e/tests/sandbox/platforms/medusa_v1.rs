//! Medusa v1, which tells whether an email is free.

use anyhow::{Context, Result};
use e2e::{Shopper, on_platform};
use sandbox::{Effect, Fault};
use storefront_signup::registration::platform::find;

#[test]
fn a_creation_that_is_cut_after_an_unread_question_ends_with_its_account() -> Result<()> {
    on_platform(
        find("medusa-v1").context("no such platform")?,
        async |stage| {
            let unread = Fault::new(stage.platform.id, Effect::Unreadable);
            stage.sandbox.set_fault(unread.on("exists").times(0))?;
            stage.spoil("create", Effect::CutAfter)?;
            let form = stage.form().await?;
            stage.register(&form, &Shopper::new()).await?;
            Ok(())
        },
    )
}
