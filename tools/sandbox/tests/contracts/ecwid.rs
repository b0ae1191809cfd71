use anyhow::Result;
use reqwest::Method;
use sandbox::platform::ecwid::{LEGACY_STORE_ID, STORE_ID, TOKEN};
use sandbox::platform::samples::TAKEN_EMAIL;
use serde_json::{Value, json};

use crate::client::{PAGE, Reply, Shop, send, with};

fn path(store: &str) -> String {
    format!("/api/v3/{store}/customers")
}

async fn create_in(shop: &Shop, store: &str, body: &Value) -> Result<Reply> {
    shop.post(
        &path(store),
        &[("authorization", &format!("Bearer {TOKEN}"))],
        body,
    )
    .await
}

async fn create(shop: &Shop, body: &Value) -> Result<Reply> {
    create_in(shop, STORE_ID, body).await
}

fn refusal(reply: &Reply) -> (u16, Value) {
    (reply.status, reply.at("/errorCode"))
}

#[tokio::test]
async fn a_customer_is_created_once() -> Result<()> {
    let shop = Shop::open("ecwid").await?;
    let body =
        json!({ "email": "new@example.com", "billingPerson": { "name": "New", "street": "1\n2" } });
    let created = create(&shop, &body).await?;
    assert_eq!(
        (created.status, created.allowed_origin()),
        (200, Some(PAGE))
    );
    assert!(created.json()["id"].is_u64());
    assert_eq!(
        refusal(&create(&shop, &body).await?),
        (409, json!("CONSTRAINT_VIOLATION"))
    );
    let taken = create(&shop, &json!({ "email": TAKEN_EMAIL })).await?;
    assert_eq!(taken.status, 409);
    Ok(())
}

#[tokio::test]
async fn the_documented_example_is_accepted() -> Result<()> {
    let shop = Shop::open("ecwid").await?;
    let body = json!({
        "name": "Example customer", "email": "example_customer@example.com", "customerGroupId": 0,
        "customerGroupName": "General", "billingPerson": { "name": "Support team" }, "taxExempt": false,
    });
    assert_eq!(create(&shop, &body).await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn the_store_is_looked_up_before_the_token_is_checked() -> Result<()> {
    let shop = Shop::open("ecwid").await?;
    let body = json!({ "email": "new@example.com" });
    assert_eq!(
        refusal(&create_in(&shop, "9", &body).await?),
        (404, json!("STORE_NOT_FOUND"))
    );
    for (bearer, code) in [
        ("Bearer secret_wrong", "INVALID_API_TOKEN"),
        ("", "INVALID_API_TOKEN"),
        ("Bearer public_x", "INSUFFICIENT_APP_SCOPE"),
    ] {
        let reply = shop
            .post(&path(STORE_ID), &[("authorization", bearer)], &body)
            .await?;
        assert_eq!(refusal(&reply), (403, json!(code)));
    }
    Ok(())
}

#[tokio::test]
async fn wrong_fields_are_refused() -> Result<()> {
    let shop = Shop::open("ecwid").await?;
    let contact =
        |r#type: &str| json!({ "type": r#type, "contact": "x", "default": true, "orderBy": 0 });
    for (name, value) in [
        ("email", json!("bad")),
        ("zip", json!("1")),
        ("b2b_b2c", json!("c2c")),
        ("acceptMarketing", json!("yes")),
        ("customerGroupId", json!(77)),
        ("password", json!("x")),
        ("billingPerson", json!({ "firstName": "A" })),
        ("shippingAddresses", json!({})),
        ("contacts", json!([contact("FAX")])),
        (
            "contacts",
            json!([contact("EMAIL"), contact("URL"), contact("EMAIL")]),
        ),
    ] {
        let mut body = json!({ "email": "new@example.com" });
        body[name] = value;
        assert_eq!(
            refusal(&create(&shop, &body).await?),
            (400, json!("WRONG_PARAMETER")),
            "{body}"
        );
    }
    let lang = json!({ "email": "new@example.com", "lang": "tlh" });
    assert_eq!(
        refusal(&create(&shop, &lang).await?),
        (400, json!("LANGUAGES_NOT_ALLOWED"))
    );
    Ok(())
}

#[tokio::test]
async fn every_field_of_a_shopper_is_accepted() -> Result<()> {
    let shop = Shop::open("ecwid").await?;
    let person = json!({
        "name": "A", "companyName": "B", "street": "C\nD", "city": "E", "countryCode": "US", "postalCode": "1",
        "stateOrProvinceCode": "NY", "phone": "+1",
    });
    let body = json!({
        "email": "all@example.com", "billingPerson": person, "shippingAddresses": [person], "taxId": "T", "lang": "de",
        "b2b_b2c": "b2b", "acceptMarketing": true,
        "contacts": [{ "type": "FACEBOOK", "contact": "https://example.com/a", "handle": "a", "default": true, "orderBy": 0 }],
    });
    assert_eq!(create(&shop, &body).await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn only_the_legacy_store_takes_a_password_and_never_shows_it() -> Result<()> {
    let shop = Shop::open("ecwid").await?;
    let body = json!({ "email": "old@example.com", "password": "hunter2hunter2" });
    assert_eq!(create_in(&shop, LEGACY_STORE_ID, &body).await?.status, 200);
    assert!(!serde_json::to_string(&shop.sandbox.accounts("ecwid")?)?.contains("hunter2"));
    Ok(())
}

#[tokio::test]
async fn only_json_is_posted() -> Result<()> {
    let shop = Shop::open("ecwid").await?;
    let bearer = format!("Bearer {TOKEN}");
    let text = [
        ("authorization", bearer.as_str()),
        ("content-type", "text/plain"),
    ];
    assert_eq!(
        send(with(shop.request(Method::POST, &path(STORE_ID)), &text).body("{}"))
            .await?
            .status,
        415
    );
    let broken = [
        ("authorization", bearer.as_str()),
        ("content-type", "application/json"),
    ];
    let reply = send(with(shop.request(Method::POST, &path(STORE_ID)), &broken).body("{")).await?;
    assert_eq!(refusal(&reply), (400, json!("WRONG_PARAMETER")));
    assert_eq!(shop.get(&path(STORE_ID), &text).await?.status, 405);
    Ok(())
}
