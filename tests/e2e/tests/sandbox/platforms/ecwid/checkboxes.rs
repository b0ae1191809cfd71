//! Checkboxes.

use super::support::{customer, form_with, on_ecwid, shows};
use anyhow::Result;
use e2e::Shopper;
use serde_json::Value;

#[test]
fn consent_to_marketing_is_sent_only_when_it_was_given() -> Result<()> {
    on_ecwid(async |stage| {
        for (given, sent) in [("true", Value::Bool(true)), ("false", Value::Null)] {
            let form = form_with(stage, "accept_marketing", &Shopper::new()).await?;
            form.fill("accept_marketing", given).await?;
            assert_eq!(customer(stage, &form).await?["acceptMarketing"], sent);
        }
        Ok(())
    })
}

#[test]
fn a_changed_attribute_keeps_what_was_ticked_and_chosen() -> Result<()> {
    on_ecwid(async |stage| {
        let fields = "country_code ship_to_billing shipping_street accept_marketing";
        let form = form_with(stage, fields, &Shopper::new()).await?;
        form.fill("country_code", "NL").await?;
        form.fill("ship_to_billing", "true").await?;
        form.fill("accept_marketing", "true").await?;
        form.script::<()>("host.setAttribute('sign-in-url', '/sign-in')", &[])
            .await?;
        form.find("a[href='/sign-in']").await?;
        assert!(!shows(&form, "shipping_street").await?);
        let customer = customer(stage, &form).await?;
        assert_eq!(customer["acceptMarketing"], true);
        assert_eq!(customer["shippingAddresses"][0]["countryCode"], "NL");
        Ok(())
    })
}

#[test]
fn the_page_can_fill_boxes_and_lists_in() -> Result<()> {
    on_ecwid(async |stage| {
        let fields = "country_code ship_to_billing shipping_street accept_marketing";
        let form = form_with(stage, fields, &Shopper::new()).await?;
        let values =
            "host.values = { country_code: 'SE', ship_to_billing: true, accept_marketing: 'true' }";
        form.script::<()>(values, &[]).await?;
        assert!(!shows(&form, "shipping_street").await?);
        form.script::<()>("host.reset()", &[]).await?;
        assert!(!shows(&form, "shipping_street").await?);
        form.fill_in(stage.platform, &Shopper::new()).await?;
        let customer = customer(stage, &form).await?;
        assert_eq!(customer["acceptMarketing"], true);
        assert_eq!(customer["billingPerson"]["countryCode"], "SE");
        Ok(())
    })
}
