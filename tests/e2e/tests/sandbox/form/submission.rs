//! One press, one registration.

use anyhow::{Context, Result};
use e2e::{Element, Page, Shopper, Stage, on_sampled_platforms};
use storefront_signup::registration::field::{Control, Field};

/// An element that waits for held answers, however long a slow machine takes to look at the form.
fn patient(stage: &Stage<'_>) -> Element {
    stage.element().set("timeout", "120")
}

#[test]
fn a_second_press_while_sending_does_nothing() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form_of(&patient(stage)).await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.hold_answers().await?;
        form.press().await?;
        form.starts_sending().await?;
        form.press().await?;
        form.enter("email").await?;
        assert_eq!(form.focused().await?, "email");
        assert_eq!(
            form.status().await?.as_deref(),
            Some("Creating your account…")
        );
        form.release_answers().await?;
        stage.finish(&form, &shopper).await?;
        assert_eq!(stage.answers("create").len(), 1);
        Ok(())
    })
}

#[test]
fn the_button_says_so_and_stays_focusable_while_sending() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form_of(&patient(stage)).await?;
        form.fill_in(stage.platform, &Shopper::new()).await?;
        form.hold_answers().await?;
        form.press().await?;
        form.starts_sending().await?;
        let button = form.find("button[type=submit]").await?;
        assert_eq!(button.text().await?, "Creating your account…");
        assert_eq!(button.attr("disabled").await?, None);
        assert_eq!(button.attr("aria-disabled").await?.as_deref(), Some("true"));
        assert_eq!(form.focused().await?, "submit");
        form.release_answers().await?;
        form.success().await?;
        Ok(())
    })
}

#[test]
fn a_double_click_makes_one_account() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form().await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.double_press().await?;
        stage.finish(&form, &shopper).await?;
        assert_eq!(stage.answers("create").len(), 1);
        Ok(())
    })
}

#[test]
fn enter_in_a_field_sends() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form().await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.enter("email").await?;
        stage.finish(&form, &shopper).await?;
        Ok(())
    })
}

#[test]
fn enter_is_a_press_in_every_field_that_text_is_typed_into() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form_of(&stage.full_element()).await?;
        let is_text =
            |field: &&Field| !matches!(field.control, Control::Country | Control::Checkbox);
        for field in stage.fields().filter(is_text) {
            form.enter(field.name).await?;
            form.event("signup-invalid").await?;
        }
        assert!(stage.registrations().is_empty());
        Ok(())
    })
}

#[test]
fn a_form_that_is_moved_while_sending_ends_where_it_is() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let element = patient(stage);
        let page = Page::new(format!("{element}<aside></aside>"));
        let form = stage.form_in(page, &element).await?;
        let shopper = Shopper::new();
        form.fill_in(stage.platform, &shopper).await?;
        form.hold_answers().await?;
        form.press().await?;
        form.starts_sending().await?;
        let move_it = "document.querySelector('aside').append(host)";
        form.script::<()>(move_it, &[]).await?;
        form.release_answers().await?;
        form.success().await?;
        form.status().await?.context("the shopper reads nothing")?;
        stage.account(shopper.email(), shopper.password()).await?;
        assert_eq!(stage.answers("create").len(), 1);
        Ok(())
    })
}

#[test]
fn the_page_can_stop_the_sending() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form().await?;
        form.script::<()>(
            "host.addEventListener('signup-submit', (event) => event.preventDefault())",
            &[],
        )
        .await?;
        stage.send(&form, &Shopper::new()).await?;
        form.event("signup-submit").await?;
        assert!(!form.is_sending().await?);
        assert!(stage.registrations().is_empty());
        Ok(())
    })
}
