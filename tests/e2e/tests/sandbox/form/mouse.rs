//! A mouse, and a form that changes while it is down.

use anyhow::{Context, Result};
use e2e::on_sampled_platforms;
use storefront_signup::registration::field::TERMS;

#[test]
fn the_button_is_pressed_though_leaving_a_field_shows_its_error() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let form = stage.form().await?;
        form.type_into("email", "ada").await?;
        form.press().await?;
        form.event("signup-invalid").await?;
        Ok(())
    })
}

#[test]
fn a_box_is_ticked_though_leaving_a_field_shows_its_error() -> Result<()> {
    on_sampled_platforms(async |stage| {
        let element = stage.element().set("fields", TERMS.name);
        let form = stage.form_of(&element).await?;
        form.type_into("email", "ada").await?;
        let terms = form.control(TERMS.name).await?;
        terms.click().await?;
        assert!(terms.is_selected().await?, "the click was lost");
        form.error_of("email").await?.context("no error").map(drop)
    })
}
