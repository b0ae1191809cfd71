//! Registering on real Medusa servers, which `cargo xtask test --medusa` starts.

mod rejection;
mod session;
mod store;
mod unfinished_identity;

use anyhow::Result;
use e2e::Shopper;
use store::on_both;

#[test]
fn a_new_account_can_sign_in() -> Result<()> {
    on_both(async |store| {
        let shopper = Shopper::new();
        let success = store.register(&store.element(), &shopper).await?;
        let customer = store.sign_in(shopper.email(), shopper.password()).await?;
        assert_eq!(customer["id"], success.id);
        assert_eq!(customer["email"], shopper.email());
        assert_eq!(customer["first_name"], "Ada");
        assert_eq!(customer["last_name"], "Lovelace");
        assert_eq!(customer["has_account"], true);
        Ok(())
    })
}

#[test]
fn optional_fields_are_kept() -> Result<()> {
    on_both(async |store| {
        let optional = store.api.platform.optional;
        let names: Vec<&str> = optional.iter().map(|field| field.name).collect();
        let form = store
            .open(&store.element().set("fields", &names.join(" ")))
            .await?;
        let shopper = Shopper::new();
        form.fill_in_all(store.api.platform, &shopper).await?;
        form.press().await?;
        form.success().await?;
        let customer = store.sign_in(shopper.email(), shopper.password()).await?;
        for name in names {
            match name {
                "terms" => assert!(customer[name].is_null(), "only the form asks for it"),
                "accept_marketing" => assert_eq!(customer["metadata"][name], true),
                _ => assert_eq!(customer[name], shopper.text(name)?),
            }
        }
        Ok(())
    })
}

#[test]
fn names_of_every_script_are_kept() -> Result<()> {
    on_both(async |store| {
        let shopper = Shopper::new()
            .with("first_name", "明日香")
            .with("last_name", "Đặng-Ñandú");
        store.register(&store.element(), &shopper).await?;
        let customer = store.sign_in(shopper.email(), shopper.password()).await?;
        assert_eq!(customer["first_name"], "明日香");
        assert_eq!(customer["last_name"], "Đặng-Ñandú");
        Ok(())
    })
}

#[test]
fn an_email_in_capitals_signs_in_in_small_letters() -> Result<()> {
    on_both(async |store| {
        let email = Shopper::new().email().to_owned();
        let shopper = Shopper::new().with("email", &email.to_uppercase());
        let success = store.register(&store.element(), &shopper).await?;
        assert_eq!(success.email, email);
        let customer = store.sign_in(&email, shopper.password()).await?;
        assert_eq!(customer["email"], email);
        Ok(())
    })
}
