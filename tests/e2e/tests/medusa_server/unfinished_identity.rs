//! Registrations that broke half-way.

use crate::store::{Store, on_v2};
use anyhow::Result;
use e2e::Shopper;
use serde_json::json;

/// Registers an identity without a customer, as a registration leaves it that broke half-way.
async fn begin(store: &Store<'_>, shopper: &Shopper) -> Result<()> {
    let address = format!("{}/auth/customer/emailpass/register", store.api.endpoint);
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
        assert_eq!(error.kind, "taken");
        Ok(())
    })
}
