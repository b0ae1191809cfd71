//! What the store decides, and what the owner does.

use super::support::{customer, form_with, on_ecwid};
use anyhow::{Context, Result};
use e2e::Shopper;
use sandbox::platform::ecwid::LEGACY_STORE_ID;
use serde_json::Value;

#[test]
fn every_contact_is_kept_under_its_type() -> Result<()> {
    on_ecwid(async |stage| {
        let contacts = || {
            stage
                .fields()
                .filter(|field| field.name.starts_with("contact_"))
        };
        let names: Vec<&str> = contacts().map(|field| field.name).collect();
        let shopper = Shopper::new().with("contact_telegram", "@ada");
        let form = form_with(stage, &names.join(" "), &shopper).await?;
        for name in &names {
            form.fill(name, shopper.text(name)?).await?;
        }
        let customer = customer(stage, &form).await?;
        let kept = customer["contacts"].as_array().context("no contacts")?;
        let types: Vec<String> = kept
            .iter()
            .map(|contact| {
                format!(
                    "contact_{}",
                    contact["type"].as_str().unwrap_or_default().to_lowercase()
                )
            })
            .collect();
        assert_eq!(types, names);
        let telegram = kept.iter().find(|contact| contact["type"] == "TELEGRAM");
        assert_eq!(
            telegram.context("no Telegram")?["contact"],
            "https://t.me/ada"
        );
        Ok(())
    })
}

#[test]
fn the_language_of_the_page_goes_along_if_the_store_has_it() -> Result<()> {
    on_ecwid(async |stage| {
        for (page, sent) in [("sv-SE", Value::from("sv")), ("tlh", Value::Null)] {
            let form = stage.form_of(&stage.element().set("lang", page)).await?;
            form.fill_in(stage.platform, &Shopper::new()).await?;
            assert_eq!(customer(stage, &form).await?["lang"], sent);
        }
        Ok(())
    })
}

#[test]
fn a_store_with_passwords_is_asked_for_one() -> Result<()> {
    on_ecwid(async |stage| {
        let element = stage
            .element()
            .set("store-id", LEGACY_STORE_ID)
            .set("legacy-sign-in", "");
        let form = stage.form_of(&element).await?;
        let shopper = Shopper::new();
        stage.send(&form, &shopper).await?;
        form.event("signup-invalid").await?;
        assert!(form.error_of("password").await?.is_some());
        form.fill("password", shopper.password()).await?;
        form.press().await?;
        stage.finish(&form, &shopper).await?;
        Ok(())
    })
}

#[test]
fn a_control_that_a_shopper_adds_is_not_sent() -> Result<()> {
    on_ecwid(async |stage| {
        let form = form_with(stage, "company_name", &Shopper::new()).await?;
        let smuggle = "
            for (const name of ['customerGroupId', 'taxExempt', 'taxIdValid', 'privateAdminNotes', 'customer_group']) {
                root.querySelector('form').append(Object.assign(document.createElement('input'), { name, value: '1' }));
            }";
        form.script::<()>(smuggle, &[]).await?;
        let customer = customer(stage, &form).await?;
        let keys: Vec<&String> = customer.as_object().context("no object")?.keys().collect();
        assert_eq!(keys, ["email", "billingPerson", "lang"]);
        Ok(())
    })
}

#[test]
fn a_wrong_token_is_the_owners_trouble() -> Result<()> {
    on_ecwid(async |stage| {
        let form = stage
            .form_of(&stage.element().set("token", "secret_wrong"))
            .await?;
        stage.send(&form, &Shopper::new()).await?;
        let failure = form.failure().await?;
        assert_eq!(failure.kind, "rejected-credentials");
        assert!(
            !failure.message.contains("secret_wrong"),
            "{}",
            failure.message
        );
        Ok(())
    })
}
