//! Where a password must not be found.

use anyhow::Result;
use e2e::{SHOW_PASSWORD, Shopper, on_every_platform};
use sandbox::Effect;

/// All that a page, its address, its storage and its console hold, apart from the controls' values.
const TRACES: &str = "
    return JSON.stringify([
        window.recording, location.href, document.cookie, { ...localStorage }, { ...sessionStorage },
        document.documentElement.outerHTML, root.innerHTML,
        performance.getEntriesByType('resource').map(({ name }) => name),
    ]);";

#[test]
fn the_password_leaves_no_trace_in_the_page() -> Result<()> {
    on_every_platform(async |stage| {
        let shopper = Shopper::new();
        let form = stage.form().await?;
        form.fill_in(stage.platform, &shopper).await?;
        if stage.has_password() {
            form.click(SHOW_PASSWORD).await?;
        }
        stage.spoil_everything(Effect::Unreadable)?;
        form.press().await?;
        form.failure().await?;
        stage.sandbox.clear_faults();
        form.press().await?;
        form.success().await?;
        let traces: String = form.script(TRACES, &[]).await?;
        assert!(traces.contains(shopper.email()), "the traces are empty");
        assert!(!traces.contains(shopper.password()), "{traces}");
        Ok(())
    })
}
