//! What comes after the account: a message, and where the page leads.

use anyhow::Result;
use e2e::{Page, Shopper, on_sampled_platforms};

#[test]
fn success_takes_the_place_of_the_form_focused_and_announced() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form().await?;
        stage.register(&form, &Shopper::new()).await?;
        assert_eq!(
            form.status().await?.as_deref(),
            Some("Your account is ready.")
        );
        assert_eq!(form.focused().await?, "status");
        let role: String = form
            .script(
                "return root.querySelector('[part~=status]').getAttribute('role')",
                &[],
            )
            .await?;
        assert_eq!(role, "status");
        let is_form_visible: bool = form
            .script("return root.querySelector('form').checkVisibility()", &[])
            .await?;
        assert!(!is_form_visible);
        assert!(
            form.script::<bool>("return host.matches(':state(done)')", &[])
                .await?
        );
        Ok(())
    })
}

#[test]
fn the_page_to_go_to_after_success_is_opened() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let welcome = stage
            .site
            .publish("/welcome", Page::new("<h1>Welcome</h1>"));
        let form = stage
            .form_of(&stage.element().set("success-url", "/welcome"))
            .await?;
        let shopper = Shopper::new();
        stage.send(&form, &shopper).await?;
        stage.browser.arrives_at(&welcome).await?;
        stage.account(shopper.email(), shopper.password()).await?;
        Ok(())
    })
}

#[test]
fn the_form_leads_to_the_page_to_sign_in() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage
            .form_of(&stage.element().set("sign-in-url", "/sign-in?from=shop"))
            .await?;
        assert_eq!(
            form.links("a").await?,
            [("Sign in".to_owned(), "/sign-in?from=shop".to_owned())]
        );
        Ok(())
    })
}
