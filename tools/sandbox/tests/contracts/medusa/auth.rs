use anyhow::Result;
use reqwest::Method;
use sandbox::platform::medusa::PUBLISHABLE_KEY;
use sandbox::platform::samples::{ADMIN_EMAIL, ADMIN_PASSWORD, TAKEN_EMAIL, TAKEN_PASSWORD};
use serde_json::{Value, json};

use super::requests::{ME, REGISTER, create, me, refresh, register, sign_in};
use crate::client::{Shop, send, with};

#[tokio::test]
async fn a_new_identity_becomes_a_customer_who_can_sign_in() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let token = register(&shop, "ada@example.com", "analytical").await?;
    let created = create(
        &shop,
        &token,
        &json!({ "email": "ada@example.com", "first_name": "Ada" }),
    )
    .await?;
    assert_eq!(created.status, 200);
    assert_eq!(created.json()["customer"]["has_account"], true);
    assert_eq!(created.json()["customer"]["last_name"], Value::Null);
    let token = sign_in(&shop, "ada@example.com", "analytical")
        .await?
        .text_at("/token")?;
    assert_eq!(
        me(&shop, &token).await?.json()["customer"],
        created.json()["customer"]
    );
    Ok(())
}

#[tokio::test]
async fn the_registration_token_has_no_customer_but_a_refreshed_token_has() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let token = register(&shop, "ada@example.com", "analytical").await?;
    create(&shop, &token, &json!({ "email": "ada@example.com" })).await?;
    let stale = me(&shop, &token).await?;
    assert_eq!(
        (stale.status, stale.text.as_str()),
        (401, "{\"message\":\"Unauthorized\"}")
    );
    let fresh = refresh(&shop, &token).await?.text_at("/token")?;
    assert_eq!(me(&shop, &fresh).await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn a_session_cookie_replaces_the_token_until_sign_out() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let token = sign_in(&shop, TAKEN_EMAIL, TAKEN_PASSWORD)
        .await?
        .text_at("/token")?;
    let session = shop
        .post(
            "/auth/session",
            &[("authorization", &format!("Bearer {token}"))],
            &json!({}),
        )
        .await?;
    assert_eq!(session.json()["user"]["actor_type"], "customer");
    let cookie = session.cookie().unwrap_or_default().to_owned();
    let headers = [
        ("cookie", cookie.as_str()),
        ("x-publishable-api-key", PUBLISHABLE_KEY),
    ];
    assert_eq!(shop.get(ME, &headers).await?.status, 200);
    let ended = send(with(
        shop.request(Method::DELETE, "/auth/session"),
        &headers,
    ))
    .await?;
    assert_eq!(ended.json(), json!({ "success": true }));
    assert_eq!(shop.get(ME, &headers).await?.status, 401);
    Ok(())
}

#[tokio::test]
async fn a_session_needs_a_token_with_a_customer() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let token = register(&shop, "ada@example.com", "analytical").await?;
    let refused = shop
        .post(
            "/auth/session",
            &[("authorization", &format!("Bearer {token}"))],
            &json!({}),
        )
        .await?;
    assert_eq!((refused.status, refused.cookie()), (401, None));
    Ok(())
}

#[tokio::test]
async fn a_taken_email_is_refused_whatever_the_password() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let expected =
        json!({ "type": "unauthorized", "message": "Identity with email already exists" });
    for (email, password) in [
        (TAKEN_EMAIL, TAKEN_PASSWORD),
        (TAKEN_EMAIL, "other"),
        (ADMIN_EMAIL, ADMIN_PASSWORD),
    ] {
        let reply = shop
            .post(
                REGISTER,
                &[],
                &json!({ "email": email, "password": password }),
            )
            .await?;
        assert_eq!((reply.status, reply.json()), (401, expected.clone()));
    }
    Ok(())
}

#[tokio::test]
async fn the_same_password_gets_another_token_while_there_is_no_customer() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    register(&shop, "or@example.com", "first").await?;
    let other = shop
        .post(
            REGISTER,
            &[],
            &json!({ "email": "or@example.com", "password": "second" }),
        )
        .await?;
    assert_eq!(other.status, 401);
    let token = register(&shop, "or@example.com", "first").await?;
    assert_eq!(
        create(&shop, &token, &json!({ "email": "or@example.com" }))
            .await?
            .status,
        200
    );
    let late = shop
        .post(
            REGISTER,
            &[],
            &json!({ "email": "or@example.com", "password": "first" }),
        )
        .await?;
    assert_eq!(late.status, 401);
    Ok(())
}

#[tokio::test]
async fn signing_in_finishes_an_unfinished_registration() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    register(&shop, "or@example.com", "first").await?;
    let token = sign_in(&shop, "or@example.com", "first")
        .await?
        .text_at("/token")?;
    assert_eq!(me(&shop, &token).await?.status, 401);
    assert_eq!(
        create(&shop, &token, &json!({ "email": "or@example.com" }))
            .await?
            .status,
        200
    );
    Ok(())
}

#[tokio::test]
async fn emails_that_differ_in_case_are_different_accounts() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let token = register(&shop, "Taken@Example.com", "other").await?;
    assert_eq!(
        create(&shop, &token, &json!({ "email": "Taken@Example.com" }))
            .await?
            .status,
        200
    );
    assert_eq!(
        sign_in(&shop, "TAKEN@example.com", TAKEN_PASSWORD)
            .await?
            .status,
        401
    );
    Ok(())
}

#[tokio::test]
async fn an_administrator_signs_in_and_becomes_a_customer() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let admin = shop
        .post(
            "/auth/user/emailpass",
            &[],
            &json!({ "email": ADMIN_EMAIL, "password": ADMIN_PASSWORD }),
        )
        .await?;
    let refused = create(
        &shop,
        &admin.text_at("/token")?,
        &json!({ "email": ADMIN_EMAIL }),
    )
    .await?;
    assert_eq!(refused.status, 401);
    let token = sign_in(&shop, ADMIN_EMAIL, ADMIN_PASSWORD)
        .await?
        .text_at("/token")?;
    assert_eq!(
        create(&shop, &token, &json!({ "email": ADMIN_EMAIL }))
            .await?
            .status,
        200
    );
    Ok(())
}

#[tokio::test]
async fn passwords_are_compared_code_point_by_code_point() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    register(&shop, "p@example.com", " caf\u{e9} ").await?;
    assert_eq!(
        sign_in(&shop, "p@example.com", " caf\u{e9} ").await?.status,
        200
    );
    for wrong in ["caf\u{e9}", " cafe\u{301} "] {
        let refused = sign_in(&shop, "p@example.com", wrong).await?;
        let expected = json!({ "type": "unauthorized", "message": "Invalid email or password" });
        assert_eq!((refused.status, refused.json()), (401, expected));
    }
    Ok(())
}

#[tokio::test]
async fn an_unknown_provider_is_named() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let reply = shop
        .post(
            "/auth/customer/google/register",
            &[],
            &json!({ "email": "a@b.de", "password": "x" }),
        )
        .await?;
    assert_eq!(reply.status, 401);
    assert!(
        reply
            .text_at("/message")?
            .starts_with("\nUnable to retrieve the auth provider with id: google\n")
    );
    Ok(())
}

#[tokio::test]
async fn any_actor_type_can_register_but_only_a_customer_can_continue() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let body = json!({ "email": "m@example.com", "password": "x" });
    let token = shop
        .post("/auth/martian/emailpass/register", &[], &body)
        .await?
        .text_at("/token")?;
    assert_eq!(
        create(&shop, &token, &json!({ "email": "m@example.com" }))
            .await?
            .status,
        401
    );
    Ok(())
}
