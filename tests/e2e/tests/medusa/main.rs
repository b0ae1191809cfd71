//! Registering on real Medusa servers, which `cargo xtask test --medusa` starts.

mod store;

use anyhow::{Context, Result};
use e2e::{Element, Shopper};
use serde_json::{Value, json};
use store::{Store, on_both, on_v1, on_v2, on_v2_without_auth_cors};

#[test]
fn a_new_account_can_sign_in() -> Result<()> {
    on_both(async |store| {
        let shopper = Shopper::new();
        let success = store.register(&store.element(), &shopper).await?;
        let customer = store.sign_in(shopper.email(), shopper.password()).await?;
        assert_eq!(customer["id"], success["id"]);
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
        let names: Vec<&str> = store
            .platform
            .optional
            .iter()
            .map(|field| field.name)
            .collect();
        let element = store.element().set("fields", &names.join(" "));
        let form = store.open(&element).await?;
        let shopper = Shopper::new();
        form.fill_in(store.platform, &shopper).await?;
        for name in &names {
            form.fill(name, shopper.text(name)?).await?;
        }
        form.press().await?;
        form.event("signup-success").await?;
        let customer = store.sign_in(shopper.email(), shopper.password()).await?;
        for name in names {
            assert_eq!(customer[name], shopper.text(name)?);
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
        assert_eq!(success["email"], email);
        let customer = store.sign_in(&email, shopper.password()).await?;
        assert_eq!(customer["email"], email);
        Ok(())
    })
}

#[test]
fn a_taken_email_points_at_the_email_field() -> Result<()> {
    on_both(async |store| {
        let shopper = Shopper::new();
        store.register(&store.element(), &shopper).await?;
        for again in [
            shopper.clone(),
            shopper.clone().with("password", "another-kettle-94"),
        ] {
            let error = store.refusal(&store.element(), &again).await?;
            assert_eq!(
                (&error["kind"], &error["field"]),
                (&json!("taken"), &json!("email"))
            );
        }
        store.sign_in(shopper.email(), shopper.password()).await?;
        Ok(())
    })
}

/// Registers an identity without a customer, as a registration leaves it that broke half-way.
async fn begin(store: &Store<'_>, shopper: &Shopper) -> Result<()> {
    let address = format!("{}/auth/customer/emailpass/register", store.endpoint);
    let body = json!({ "email": shopper.email(), "password": shopper.password() });
    reqwest::Client::new()
        .post(address)
        .json(&body)
        .send()
        .await?
        .error_for_status()?;
    Ok(())
}

#[test]
fn an_unfinished_identity_is_finished() -> Result<()> {
    on_v2(async |store| {
        let shopper = Shopper::new();
        begin(store, &shopper).await?;
        store.register(&store.element(), &shopper).await?;
        let customer = store.sign_in(shopper.email(), shopper.password()).await?;
        assert_eq!(customer["email"], shopper.email());
        Ok(())
    })
}

#[test]
fn an_unfinished_identity_with_another_password_is_not_taken_over() -> Result<()> {
    on_v2(async |store| {
        let shopper = Shopper::new();
        begin(
            store,
            &shopper.clone().with("password", "another-kettle-94"),
        )
        .await?;
        let error = store.refusal(&store.element(), &shopper).await?;
        assert_eq!(error["kind"], "taken");
        Ok(())
    })
}

#[test]
fn a_page_that_auth_cors_does_not_name_is_told_so() -> Result<()> {
    on_v2_without_auth_cors(async |store| {
        let error = store.refusal(&store.element(), &Shopper::new()).await?;
        assert_eq!(error["kind"], "unreachable");
        let advice = error["message"].as_str().context("no advice")?;
        assert!(advice.contains("AUTH_CORS"), "{advice}");
        Ok(())
    })
}

#[test]
fn a_wrong_key_is_told_and_the_right_one_finishes_the_registration() -> Result<()> {
    on_v2(async |store| {
        let shopper = Shopper::new();
        let error = store
            .refusal(
                &store.element().set("publishable-key", "pk_wrong"),
                &shopper,
            )
            .await?;
        assert_eq!(error["kind"], "rejected-credentials");
        let advice = error["message"].as_str().context("no advice")?;
        assert!(advice.contains("publishable-key"), "{advice}");
        store.register(&store.element(), &shopper).await?;
        store.sign_in(shopper.email(), shopper.password()).await?;
        Ok(())
    })
}

/// Registers, then asks from the page who is signed in.
async fn who_is_signed_in(
    store: &Store<'_>,
    element: &Element,
    path: &str,
) -> Result<(Shopper, u16, Value)> {
    let shopper = Shopper::new();
    store.register(element, &shopper).await?;
    let (status, mut body) = store.with_cookies(path).await?;
    Ok((shopper, status, body["customer"]["email"].take()))
}

#[test]
fn the_cookie_of_v2_signs_the_shopper_in() -> Result<()> {
    on_v2(async |store| {
        let element = store.element().set("session", "cookie");
        let (shopper, status, email) =
            who_is_signed_in(store, &element, "/store/customers/me").await?;
        assert_eq!((status, email), (200, shopper.email().into()));
        Ok(())
    })
}

#[test]
fn the_cookie_of_v1_signs_the_shopper_in() -> Result<()> {
    on_v1(async |store| {
        let element = store.element().set("session", "cookie");
        let (shopper, status, email) = who_is_signed_in(store, &element, "/store/auth").await?;
        assert_eq!((status, email), (200, shopper.email().into()));
        Ok(())
    })
}

#[test]
fn nobody_is_signed_in_without_being_asked_for() -> Result<()> {
    on_v2(async |store| {
        assert_eq!(
            who_is_signed_in(store, &store.element(), "/store/customers/me")
                .await?
                .1,
            401
        );
        Ok(())
    })?;
    on_v1(async |store| {
        assert_eq!(
            who_is_signed_in(store, &store.element(), "/store/auth")
                .await?
                .1,
            401
        );
        Ok(())
    })
}
