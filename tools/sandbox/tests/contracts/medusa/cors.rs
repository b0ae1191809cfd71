use anyhow::Result;
use reqwest::Method;
use sandbox::platform::medusa::PUBLISHABLE_KEY;
use serde_json::json;

use super::requests::{CUSTOMERS, ME, REGISTER, SIGN_IN};
use crate::client::{PAGE, Shop, send};

const STRANGER: &str = "http://stranger.example";

#[tokio::test]
async fn a_preflight_echoes_the_origin_and_the_headers() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    for path in [
        REGISTER,
        SIGN_IN,
        CUSTOMERS,
        ME,
        "/auth/session",
        "/auth/token/refresh",
    ] {
        let reply = shop.preflight(path, PAGE).await?;
        assert_eq!(
            (reply.status, reply.allowed_origin()),
            (204, Some(PAGE)),
            "{path}"
        );
        assert_eq!(
            reply.header("access-control-allow-credentials"),
            Some("true")
        );
        assert_eq!(
            reply.header("access-control-allow-headers"),
            Some("authorization,content-type")
        );
        assert_eq!(reply.header("access-control-max-age"), None);
    }
    Ok(())
}

#[tokio::test]
async fn a_preflight_from_another_origin_gets_no_permission() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    for origin in [STRANGER, "null"] {
        let reply = shop.preflight(REGISTER, origin).await?;
        assert_eq!((reply.status, reply.allowed_origin()), (204, None));
    }
    Ok(())
}

#[tokio::test]
async fn a_preflight_for_an_unknown_route_is_refused_without_a_key() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let reply = shop.preflight("/store/nope", PAGE).await?;
    assert_eq!((reply.status, reply.allowed_origin()), (400, None));
    Ok(())
}

#[tokio::test]
async fn another_origin_is_served_but_may_not_read_the_response() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let body = json!({ "email": "k@example.com", "password": "x" });
    let request = shop
        .client
        .post(format!("{}/medusa{REGISTER}", shop.sandbox.url()))
        .header("origin", STRANGER);
    let reply = send(request.json(&body)).await?;
    assert_eq!((reply.status, reply.allowed_origin()), (200, None));
    assert!(
        shop.sandbox
            .accounts("medusa")?
            .iter()
            .any(|account| account.email == "k@example.com")
    );
    Ok(())
}

#[tokio::test]
async fn the_page_can_read_refusals() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    assert_eq!(
        shop.post(CUSTOMERS, &[], &json!({}))
            .await?
            .allowed_origin(),
        Some(PAGE)
    );
    assert_eq!(
        shop.post(SIGN_IN, &[], &json!({})).await?.allowed_origin(),
        Some(PAGE)
    );
    Ok(())
}

#[tokio::test]
async fn auth_and_store_allow_different_origins() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let url = format!("{}/_sandbox/cors", shop.sandbox.url());
    let body = json!({ "platform": "medusa", "area": "auth", "origins": [] });
    assert_eq!(send(shop.client.put(url).json(&body)).await?.status, 204);
    assert_eq!(shop.preflight(REGISTER, PAGE).await?.allowed_origin(), None);
    assert_eq!(
        shop.preflight(CUSTOMERS, PAGE).await?.allowed_origin(),
        Some(PAGE)
    );
    Ok(())
}

#[tokio::test]
async fn an_unknown_route_is_an_html_page() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let key = [("x-publishable-api-key", PUBLISHABLE_KEY)];
    let cases = [
        (
            shop.get(REGISTER, &[]).await?,
            "Cannot GET /auth/customer/emailpass/register",
        ),
        (
            shop.post("/store/nope", &key, &json!({})).await?,
            "Cannot POST /store/nope",
        ),
        (
            shop.post("/auth/nope", &[], &json!({})).await?,
            "Cannot POST /auth/nope",
        ),
        (
            shop.get(CUSTOMERS, &key).await?,
            "Cannot GET /store/customers",
        ),
    ];
    for (reply, text) in cases {
        assert_eq!((reply.status, reply.allowed_origin()), (404, None));
        assert_eq!(
            reply.header("content-type"),
            Some("text/html; charset=utf-8")
        );
        assert!(
            reply.text.contains(&format!("<pre>{text}</pre>")),
            "{}",
            reply.text
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_trailing_slash_makes_no_difference() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let body = json!({ "email": "slash@example.com", "password": "x" });
    assert_eq!(
        shop.post(&format!("{REGISTER}/"), &[], &body).await?.status,
        200
    );
    let reset = send(shop.request(Method::POST, &format!("{SIGN_IN}/reset-password"))).await?;
    assert_eq!((reset.status, reset.text.as_str()), (201, "Created"));
    Ok(())
}
