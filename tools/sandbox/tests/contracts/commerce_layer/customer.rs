use anyhow::{Context, Result};
use base64::Engine;
use base64::prelude::BASE64_URL_SAFE_NO_PAD;
use reqwest::Method;
use sandbox::platform::commerce_layer::{CLIENT_ID, ORGANIZATION, SCOPE};
use sandbox::platform::samples::{TAKEN_EMAIL, TAKEN_PASSWORD};
use serde_json::{Value, json};

use super::requests::{CUSTOMERS, MEDIA_TYPE, customer, group, guest, integration, post, token};
use crate::client::{PAGE, Shop, send, with};

#[tokio::test]
async fn a_guest_token_names_its_application() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    let reply = token(&shop, &guest()).await?;
    assert_eq!(
        (
            reply.status,
            reply.allowed_origin(),
            &reply.json()["expires_in"]
        ),
        (200, Some(PAGE), &json!(14400))
    );
    let token = reply.text_at("/access_token")?;
    let payload = token.split('.').nth(1).context("a payload")?;
    let claims: Value = serde_json::from_slice(&BASE64_URL_SAFE_NO_PAD.decode(payload)?)?;
    assert_eq!(
        claims["application"],
        json!({ "kind": "sales_channel", "public": true })
    );
    assert_eq!(claims["organization"]["slug"], ORGANIZATION);
    assert_eq!(
        claims["exp"],
        json!(claims["iat"].as_u64().context("iat")? + 14400)
    );
    Ok(())
}

#[tokio::test]
async fn a_wrong_client_gets_an_error_with_a_numeric_status() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    let mut request = guest();
    request["client_id"] = json!("nobody");
    let reply = token(&shop, &request).await?;
    let error = &reply.json()["errors"][0];
    assert_eq!(
        (reply.status, &error["title"], &error["status"]),
        (401, &json!("invalid_client"), &json!(401))
    );
    for (name, value, status) in [
        ("scope", "market:1234", 400),
        ("grant_type", "implicit", 400),
    ] {
        let mut request = guest();
        request[name] = json!(value);
        assert_eq!(token(&shop, &request).await?.status, status, "{name}");
    }
    let mut secretless = integration();
    secretless["client_secret"] = json!("guess");
    assert_eq!(token(&shop, &secretless).await?.status, 401);
    Ok(())
}

#[tokio::test]
async fn a_customer_is_created_and_can_sign_in() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    let attributes = json!({ "email": "john@example.com", "password": "x", "metadata": { "first_name": "John" } });
    let created = post(&shop, CUSTOMERS, &guest(), &customer(&attributes)).await?;
    assert_eq!(
        (created.status, created.header("content-type")),
        (201, Some(MEDIA_TYPE))
    );
    let data = &created.json()["data"];
    assert_eq!(
        (
            &data["attributes"]["status"],
            &data["attributes"]["has_password"]
        ),
        (&json!("prospect"), &json!(true))
    );
    let own = data["relationships"]["customer_group"]["links"]["self"]
        .as_str()
        .unwrap_or_default()
        .to_owned();
    assert!(
        own.starts_with(&format!(
            "{}/commerce-layer/api/customers/",
            shop.sandbox.url()
        )),
        "{own}"
    );
    let request = json!({ "grant_type": "password", "username": "john@example.com", "password": "x", "client_id": CLIENT_ID, "scope": SCOPE });
    let signed_in = token(&shop, &request).await?;
    assert_eq!(
        signed_in.text_at("/owner_id")?,
        created.text_at("/data/id")?
    );
    Ok(())
}

#[tokio::test]
async fn an_invalid_attribute_gets_an_error_with_a_pointer() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    for (attributes, reason, title) in [
        (
            json!({ "email": TAKEN_EMAIL }),
            "taken",
            "has already been taken",
        ),
        (json!({}), "blank", "can't be blank"),
        (json!({ "email": "bad" }), "invalid", "is invalid"),
    ] {
        let reply = post(&shop, CUSTOMERS, &guest(), &customer(&attributes)).await?;
        let error = &reply.json()["errors"][0];
        assert_eq!((reply.status, &error["status"]), (422, &json!("422")));
        assert_eq!(
            (&error["meta"]["error"], &error["title"]),
            (&json!(reason), &json!(title))
        );
        assert_eq!(error["source"]["pointer"], "/data/attributes/email");
        assert_eq!(error["detail"], format!("email - {title}"));
    }
    Ok(())
}

#[tokio::test]
async fn unknown_attributes_types_and_relationships_are_refused() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    let unknown = post(
        &shop,
        CUSTOMERS,
        &guest(),
        &customer(&json!({ "email": "a@example.com", "first_name": "A" })),
    )
    .await?;
    assert_eq!(
        (unknown.status, &unknown.json()["errors"][0]["code"]),
        (400, &json!("PARAM_NOT_ALLOWED"))
    );
    let metadata = post(
        &shop,
        CUSTOMERS,
        &guest(),
        &customer(&json!({ "email": "a@example.com", "metadata": 1 })),
    )
    .await?;
    assert_eq!(
        metadata.json()["errors"][0]["source"]["pointer"],
        "/data/attributes/metadata"
    );
    let other = post(
        &shop,
        CUSTOMERS,
        &guest(),
        &group(&json!({ "name": "VIP" })),
    )
    .await?;
    assert_eq!(
        (other.status, &other.json()["errors"][0]["code"]),
        (400, &json!("INVALID_RESOURCE"))
    );
    let mut tagged = customer(&json!({ "email": "a@example.com" }));
    tagged["relationships"] = json!({ "tags": { "data": [] } });
    assert_eq!(post(&shop, CUSTOMERS, &guest(), &tagged).await?.status, 401);
    Ok(())
}

#[tokio::test]
async fn a_body_without_a_resource_is_refused() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    let attributes = json!({ "email": "a@example.com" });
    let id = json!({ "type": "customer_groups", "id": "none" });
    for (name, value, status) in [
        ("attributes", json!("a@example.com"), 400),
        ("relationships", json!([]), 400),
        ("links", json!({}), 400),
        ("relationships", json!({ "customer_group": "none" }), 422),
        (
            "relationships",
            json!({ "customer_group": { "data": {} } }),
            422,
        ),
        (
            "relationships",
            json!({ "customer_group": { "data": { "type": "groups", "id": "none" } } }),
            422,
        ),
        (
            "relationships",
            json!({ "customer_group": { "data": id } }),
            404,
        ),
    ] {
        let mut resource = customer(&attributes);
        resource[name] = value;
        let reply = post(&shop, CUSTOMERS, &guest(), &resource).await?;
        assert_eq!(reply.status, status, "{resource}");
    }
    Ok(())
}

#[tokio::test]
async fn media_types_and_tokens_are_checked_before_the_body() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    for (headers, status, code) in [
        (
            vec![("accept", "application/json"), ("content-type", MEDIA_TYPE)],
            406,
            "NOT_ACCEPTABLE",
        ),
        (
            vec![("accept", MEDIA_TYPE), ("content-type", "application/json")],
            415,
            "UNSUPPORTED_MEDIA_TYPE",
        ),
        (
            vec![("accept", MEDIA_TYPE), ("content-type", MEDIA_TYPE)],
            401,
            "INVALID_TOKEN",
        ),
    ] {
        let reply = send(with(shop.request(Method::POST, CUSTOMERS), &headers).body("{")).await?;
        assert_eq!(
            (reply.status, &reply.json()["errors"][0]["code"]),
            (status, &json!(code))
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_shortened_token_expires() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    let url = format!("{}/_sandbox/token-lifetime", shop.sandbox.url());
    send(
        shop.client
            .put(url)
            .json(&json!({ "platform": "commerce-layer", "seconds": 0 })),
    )
    .await?;
    let reply = post(
        &shop,
        CUSTOMERS,
        &guest(),
        &customer(&json!({ "email": "a@example.com" })),
    )
    .await?;
    assert_eq!(
        (reply.status, &reply.json()["errors"][0]["code"]),
        (401, &json!("INVALID_TOKEN"))
    );
    Ok(())
}

#[tokio::test]
async fn the_registered_shopper_signs_in() -> Result<()> {
    let shop = Shop::open("commerce-layer").await?;
    for (password, status) in [(TAKEN_PASSWORD, 200), ("wrong", 401)] {
        let request = json!({ "grant_type": "password", "username": TAKEN_EMAIL, "password": password, "client_id": CLIENT_ID, "scope": SCOPE });
        assert_eq!(token(&shop, &request).await?.status, status);
    }
    Ok(())
}
