//! Where the shopper lives, and where parcels go.

use super::support::{customer, form_with, on_ecwid, shows};
use anyhow::Result;
use e2e::{Form, Shopper};
use serde_json::json;

const ADDRESS: &str = "street street_2 postal_code city state country_code";

async fn fill(form: &Form<'_>, shopper: &Shopper, names: &str) -> Result<()> {
    for name in names.split(' ') {
        form.fill(name, shopper.text(name)?).await?;
    }
    Ok(())
}

#[test]
fn a_state_may_be_given_by_its_name_and_is_sent_by_its_code() -> Result<()> {
    on_ecwid(async |stage| {
        let shopper = Shopper::new().with("state", "new york");
        let form = form_with(stage, ADDRESS, &shopper).await?;
        fill(&form, &shopper, ADDRESS).await?;
        let person = &customer(stage, &form).await?["billingPerson"];
        assert_eq!(person["stateOrProvinceCode"], "NY");
        assert_eq!(person["street"], "350 5th Avenue\nFloor 21");
        Ok(())
    })
}

#[test]
fn a_state_of_another_country_is_refused_until_the_country_fits() -> Result<()> {
    on_ecwid(async |stage| {
        let form = form_with(stage, "state country_code", &Shopper::new()).await?;
        form.fill("country_code", "US").await?;
        form.fill("state", "Ontario").await?;
        form.leave("state").await?;
        assert!(form.error_of("state").await?.is_some());
        form.fill("country_code", "CA").await?;
        assert_eq!(form.error_of("state").await?, None);
        Ok(())
    })
}

#[test]
fn parcels_to_the_same_address_need_no_other_one() -> Result<()> {
    on_ecwid(async |stage| {
        let shopper = Shopper::new();
        let parcels = "shipping_street shipping_city";
        let element = stage
            .element()
            .set("fields", &format!("{ADDRESS} ship_to_billing {parcels}"))
            .set("require", parcels);
        let form = stage.form_of(&element).await?;
        form.fill_in(stage.platform, &shopper).await?;
        fill(&form, &shopper, ADDRESS).await?;
        assert!(shows(&form, "shipping_street").await?);
        form.fill("ship_to_billing", "true").await?;
        assert!(!shows(&form, "shipping_street").await?);
        let customer = customer(stage, &form).await?;
        let billing = customer["billingPerson"].clone();
        assert_eq!(customer["shippingAddresses"], json!([billing]));
        Ok(())
    })
}

#[test]
fn parcels_elsewhere_have_an_address_of_their_own() -> Result<()> {
    on_ecwid(async |stage| {
        let shopper = Shopper::new();
        let parcels = "shipping_street shipping_state shipping_country_code";
        let form = form_with(stage, &format!("ship_to_billing {parcels}"), &shopper).await?;
        fill(&form, &shopper, parcels).await?;
        form.fill("ship_to_billing", "true").await?;
        form.fill("ship_to_billing", "false").await?;
        let address = json!({
            "name": "Ada Lovelace", "street": "290 Bremner Boulevard", "stateOrProvinceCode": "ON", "countryCode": "CA",
        });
        let customer = customer(stage, &form).await?;
        assert_eq!(customer["shippingAddresses"], json!([address]));
        Ok(())
    })
}
