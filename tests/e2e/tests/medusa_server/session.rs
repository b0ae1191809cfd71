//! Signed in by a cookie, or not.

use crate::store::{Store, on_v1, on_v2};
use anyhow::Result;
use e2e::{Element, Shopper};

/// Registers, then asks from the page who is signed in.
async fn who_is_signed_in(
    store: &Store<'_>,
    element: &Element,
    path: &str,
) -> Result<(Shopper, u16, Option<String>)> {
    let shopper = Shopper::new();
    store.register(element, &shopper).await?;
    let (status, email) = store.with_cookies(path).await?;
    Ok((shopper, status, email))
}

#[test]
fn the_cookie_of_v2_signs_the_shopper_in() -> Result<()> {
    on_v2(async |store| {
        let element = store.element().set("session", "cookie");
        let (shopper, status, email) =
            who_is_signed_in(store, &element, "/store/customers/me").await?;
        assert_eq!((status, email.as_deref()), (200, Some(shopper.email())));
        Ok(())
    })
}

#[test]
fn the_cookie_of_v1_signs_the_shopper_in() -> Result<()> {
    on_v1(async |store| {
        let element = store.element().set("session", "cookie");
        let (shopper, status, email) = who_is_signed_in(store, &element, "/store/auth").await?;
        assert_eq!((status, email.as_deref()), (200, Some(shopper.email())));
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
