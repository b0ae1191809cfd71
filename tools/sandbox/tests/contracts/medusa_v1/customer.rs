use anyhow::Result;
use reqwest::Method;
use sandbox::platform::samples::{GUEST_EMAIL, TAKEN_EMAIL, TAKEN_PASSWORD};
use serde_json::{Value, json};

use super::requests::{AUTH, CUSTOMERS, ME, shopper, sign_in};
use crate::client::{PAGE, Shop, send, with};

#[tokio::test]
async fn one_request_registers_and_sets_a_session_cookie() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let created = shop
        .post(CUSTOMERS, &[], &shopper("ada@example.com", "x"))
        .await?;
    assert_eq!(
        (created.status, created.allowed_origin()),
        (200, Some(PAGE))
    );
    assert_eq!(created.json()["customer"]["billing_address"], Value::Null);
    let cookie = [("cookie", created.cookie().unwrap_or_default())];
    let (session, me) = (shop.get(AUTH, &cookie).await?, shop.get(ME, &cookie).await?);
    assert_eq!(session.json()["customer"]["orders"], json!([]));
    assert_eq!(me.json(), created.json());
    assert_eq!((session.cookie(), me.cookie()), (None, None));
    Ok(())
}

#[tokio::test]
async fn a_request_without_a_session_is_refused_and_gets_a_cookie() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    for (path, cookie) in [
        (AUTH, ""),
        (ME, ""),
        (AUTH, "connect.sid=s%3Aforged.x"),
        (CUSTOMERS, ""),
    ] {
        let reply = shop.get(path, &[("cookie", cookie)]).await?;
        assert_eq!((reply.status, reply.text.as_str()), (401, "Unauthorized"));
        assert!(
            reply
                .cookie()
                .is_some_and(|cookie| cookie.starts_with("connect.sid=s%3A"))
        );
    }
    Ok(())
}

#[tokio::test]
async fn signing_out_ends_the_session() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let signed_in = sign_in(&shop, TAKEN_EMAIL, TAKEN_PASSWORD).await?;
    let cookie = [("cookie", signed_in.cookie().unwrap_or_default())];
    let ended = send(with(shop.request(Method::DELETE, AUTH), &cookie)).await?;
    assert_eq!(
        (ended.status, ended.text.as_str(), ended.cookie()),
        (200, "OK", None)
    );
    assert_eq!(shop.get(AUTH, &cookie).await?.status, 401);
    Ok(())
}

#[tokio::test]
async fn a_token_replaces_the_session_cookie() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let body = json!({ "email": TAKEN_EMAIL, "password": TAKEN_PASSWORD });
    let token = shop
        .post("/store/auth/token", &[], &body)
        .await?
        .text_at("/access_token")?;
    let me = shop
        .get(ME, &[("authorization", &format!("Bearer {token}"))])
        .await?;
    assert_eq!(me.json()["customer"]["email"], TAKEN_EMAIL);
    Ok(())
}

#[tokio::test]
async fn a_taken_email_is_refused_whatever_its_case() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let message = "A customer with the given email already has an account. Log in instead";
    let expected =
        json!({ "code": "invalid_request_error", "type": "duplicate_error", "message": message });
    for email in [TAKEN_EMAIL, "TAKEN@example.com", "taken@EXAMPLE.com"] {
        let reply = shop.post(CUSTOMERS, &[], &shopper(email, "other")).await?;
        assert_eq!((reply.status, reply.json()), (422, expected.clone()));
    }
    Ok(())
}

#[tokio::test]
async fn emails_are_stored_in_lower_case() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let created = shop
        .post(CUSTOMERS, &[], &shopper("Grace@Example.com", "x"))
        .await?;
    assert_eq!(created.json()["customer"]["email"], "grace@example.com");
    assert_eq!(sign_in(&shop, "GRACE@example.com", "x").await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn an_empty_password_makes_a_customer_who_cannot_sign_in() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let created = shop
        .post(CUSTOMERS, &[], &shopper("f2@example.com", ""))
        .await?;
    assert_eq!(
        (created.status, &created.json()["customer"]["has_account"]),
        (200, &json!(false))
    );
    let refused = sign_in(&shop, "f2@example.com", "").await?;
    assert_eq!(
        (refused.status, refused.text_at("/message")?.as_str()),
        (400, "password should not be empty")
    );
    let account = shop
        .sandbox
        .accounts("medusa-v1")?
        .into_iter()
        .find(|account| account.email == "f2@example.com");
    assert!(account.is_some_and(|account| !account.can_sign_in));
    Ok(())
}

#[tokio::test]
async fn a_guest_can_register() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let created = shop
        .post(CUSTOMERS, &[], &shopper(GUEST_EMAIL, "x"))
        .await?;
    assert_eq!(
        (created.status, &created.json()["customer"]["has_account"]),
        (200, &json!(true))
    );
    Ok(())
}

#[tokio::test]
async fn it_says_whether_an_email_has_an_account() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    for (email, exists) in [
        (TAKEN_EMAIL, true),
        ("nobody@example.com", false),
        (GUEST_EMAIL, false),
    ] {
        let reply = shop.get(&format!("{AUTH}/{email}"), &[]).await?;
        assert_eq!(reply.json(), json!({ "exists": exists }), "{email}");
    }
    Ok(())
}

#[tokio::test]
async fn wrong_sign_in_data_is_refused() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    for (email, password) in [
        (TAKEN_EMAIL, "wrong"),
        ("nobody@example.com", TAKEN_PASSWORD),
    ] {
        let reply = sign_in(&shop, email, password).await?;
        assert_eq!((reply.status, reply.text.as_str()), (401, "Unauthorized"));
    }
    let bad = sign_in(&shop, "bad", "x").await?;
    assert_eq!(
        (bad.status, bad.json()),
        (
            400,
            json!({ "type": "invalid_data", "message": "email must be an email" })
        )
    );
    let empty = shop.post(AUTH, &[], &json!({})).await?;
    assert_eq!(
        empty.text_at("/message")?,
        "email must be an email, password should not be empty"
    );
    Ok(())
}
