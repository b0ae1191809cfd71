//! Where a password and a token must not be found.

use anyhow::Result;
use e2e::{Form, SHOW_PASSWORD, Shopper, Stage, on_sampled_platforms};
use sandbox::Effect;
use std::cell::Cell;

/// Keeps the tokens that requests carry, where [`e2e::Browser::traces`] does not look.
const KEEP_TOKENS: &str = "
    const real = window.fetch;
    window.tokens = new Set();
    window.fetch = (request, ...more) => {
        const token = request.headers?.get('authorization')?.split(' ').pop();
        if (token) window.tokens.add(token);
        return real.call(window, request, ...more);
    };";

/// A registration that fails at first, with all that its page can see of the shopper's secrets.
async fn register(stage: &Stage<'_>, shopper: &Shopper) -> Result<Vec<String>> {
    let form: Form = stage.form().await?;
    form.script::<()>(KEEP_TOKENS, &[]).await?;
    form.fill_in(stage.platform, shopper).await?;
    if stage.has_password() {
        form.click(SHOW_PASSWORD).await?;
    }
    stage.spoil("create", Effect::Unreadable)?;
    form.press().await?;
    form.failure().await?;
    form.press().await?;
    form.success().await?;
    form.script("return [...window.tokens]", &[]).await
}

#[test]
fn neither_the_password_nor_a_token_leaves_a_trace_in_the_page() -> Result<()> {
    let seen = Cell::new(0);
    on_sampled_platforms(async |stage| {
        let shopper = Shopper::new();
        let mut tokens = register(stage, &shopper).await?;
        let page = stage.element().to_string();
        // The owner of a page on this machine may put one there.
        tokens.retain(|token| !page.contains(token));
        let traces = stage.browser.traces().await?;
        assert!(traces.contains(shopper.email()), "the traces are empty");
        assert!(!traces.contains(shopper.password()), "{traces}");
        for token in &tokens {
            assert!(!traces.contains(token), "{token} is in {traces}");
        }
        seen.set(seen.get() + tokens.len());
        Ok(())
    })?;
    assert!(seen.get() > 0, "no request carried a token");
    Ok(())
}
