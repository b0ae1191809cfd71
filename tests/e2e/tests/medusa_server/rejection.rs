//! What real servers refuse.

use crate::store::{on_both, on_v2, on_v2_without_auth_cors};
use anyhow::Result;
use e2e::Shopper;

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
            assert_eq!(error.kind, "taken");
            assert_eq!(error.field.as_deref(), Some("email"));
        }
        store.sign_in(shopper.email(), shopper.password()).await?;
        Ok(())
    })
}

#[test]
fn a_page_that_auth_cors_does_not_name_is_told_so() -> Result<()> {
    on_v2_without_auth_cors(async |store| {
        let error = store.refusal(&store.element(), &Shopper::new()).await?;
        assert_eq!(error.kind, "unreachable");
        let advice = error.message;
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
        assert_eq!(error.kind, "rejected-credentials");
        let advice = error.message;
        assert!(advice.contains("publishable-key"), "{advice}");
        store.register(&store.element(), &shopper).await?;
        store.sign_in(shopper.email(), shopper.password()).await?;
        Ok(())
    })
}
