//! The country: names in the form's language, the code over the line.

use super::support::{customer, form_with, on_ecwid};
use anyhow::{Context, Result};
use e2e::{Form, Shopper, Stage};
use std::cmp::Ordering;

/// The codes and the names that a shopper can choose from, in their order.
async fn options(form: &Form<'_>) -> Result<Vec<(String, String)>> {
    let body = "
        const options = [...root.querySelectorAll('[name=country_code] option')];
        return options.map(({ value, textContent }) => [value, textContent]);";
    form.script(body, &[]).await
}

async fn in_language<'a>(stage: &Stage<'a>, language: &str) -> Result<Form<'a>> {
    let element = stage.element().set("fields", "country_code");
    stage.form_of(&element.set("lang", language)).await
}

#[test]
fn countries_stand_in_the_forms_language() -> Result<()> {
    on_ecwid(async |stage| {
        for (language, name) in [
            ("en", "Germany"),
            ("de", "Deutschland"),
            ("ar", "ألمانيا"),
            ("tlh", "Germany"),
        ] {
            let options = options(&in_language(stage, language).await?).await?;
            assert_eq!(options.len(), 251, "all countries, Kosovo too, and none");
            let germany = options.iter().find(|(code, _)| code == "DE");
            assert_eq!(germany.context("no Germany")?.1, name);
        }
        Ok(())
    })
}

#[test]
fn countries_stand_in_the_order_of_the_language() -> Result<()> {
    on_ecwid(async |stage| {
        let place = |options: &[(String, String)], code: &str| {
            options.iter().position(|(own, _)| own == code)
        };
        let german = options(&in_language(stage, "de").await?).await?;
        // By their bytes, Ägypten and Österreich would come last.
        assert_eq!(
            place(&german, "AT").cmp(&place(&german, "PK")),
            Ordering::Less
        );
        assert!(place(&german, "EG") < place(&german, "DE"));
        assert!(
            place(&german, "GN") < place(&german, "GW"),
            "Guinea, Guinea-Bissau"
        );
        assert_eq!(german.first().map(|(code, _)| code.as_str()), Some(""));
        Ok(())
    })
}

#[test]
fn the_browser_can_fill_the_country_in_and_its_code_is_sent() -> Result<()> {
    on_ecwid(async |stage| {
        let shopper = Shopper::new();
        let form = form_with(stage, "country_code", &shopper).await?;
        let control = form.control("country_code").await?;
        assert_eq!(
            control.attr("autocomplete").await?.as_deref(),
            Some("country")
        );
        form.fill("country_code", "FR").await?;
        let customer = customer(stage, &form).await?;
        assert_eq!(customer["billingPerson"]["countryCode"], "FR");
        Ok(())
    })
}

#[test]
fn a_country_that_the_owner_requires_must_be_chosen() -> Result<()> {
    on_ecwid(async |stage| {
        let element = stage.element().set("require", "country_code");
        let form = stage.form_of(&element).await?;
        stage.send(&form, &Shopper::new()).await?;
        form.event("signup-invalid").await?;
        assert_eq!(
            form.error_of("country_code").await?.as_deref(),
            Some("Choose a country.")
        );
        assert_eq!(form.focused().await?, "country_code");
        form.fill("country_code", "JP").await?;
        assert_eq!(form.error_of("country_code").await?, None);
        Ok(())
    })
}
