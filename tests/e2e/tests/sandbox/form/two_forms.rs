//! Two forms of a page that send at the same time.

use anyhow::Result;
use e2e::{Form, Page, Shopper, Stage, on_platforms_with, on_sampled_platforms};
use sandbox::{Effect, Fault, When};

const IDS: [&str; 2] = ["first", "second"];

const PRESS_BOTH: &str = "
    for (const { shadowRoot } of document.querySelectorAll('storefront-signup')) {
        shadowRoot.querySelector('[part~=submit]').click();
    }";

/// Has two forms of a page send at once, each for a shopper, and asserts that both succeed.
async fn send_at_once(stage: &Stage<'_>) -> Result<[Shopper; 2]> {
    let late = Effect::Delay {
        ms: 1000,
        when: When::Before,
    };
    let fault = Fault::new(stage.platform.id, late).on("create");
    stage.sandbox.set_fault(fault.times(2))?;
    let [first, second] = IDS.map(|id| stage.element().with_id(id));
    stage.open(Page::new(format!("{first}{second}"))).await?;
    let forms = IDS.map(|id| Form::new(stage.browser, id));
    let shoppers = IDS.map(|_| Shopper::new());
    for (form, shopper) in forms.iter().zip(&shoppers) {
        form.event("signup-ready").await?;
        form.fill_in(stage.platform, shopper).await?;
    }
    stage.browser.script::<()>(PRESS_BOTH, &[]).await?;
    for (form, shopper) in forms.iter().zip(&shoppers) {
        assert_eq!(form.success().await?.email, shopper.email());
    }
    Ok(shoppers)
}

#[test]
fn two_forms_that_send_at_once_make_one_account_each() -> Result<()> {
    on_sampled_platforms(async |stage| {
        for shopper in send_at_once(stage).await? {
            stage.account(shopper.email(), shopper.password()).await?;
        }
        Ok(())
    })
}

#[test]
fn two_forms_that_send_at_once_share_a_token() -> Result<()> {
    on_platforms_with(
        |platform| platform.token.is_some(),
        async |stage| {
            send_at_once(stage).await?;
            assert_eq!(stage.answers("token").len(), 1);
            Ok(())
        },
    )
}
