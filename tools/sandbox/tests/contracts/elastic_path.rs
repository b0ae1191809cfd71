use anyhow::Result;
use reqwest::Method;
use sandbox::platform::elastic_path::{CLIENT_ID, CLIENT_SECRET, PASSWORD_PROFILE_ID};
use sandbox::platform::samples::{TAKEN_EMAIL, TAKEN_PASSWORD};
use serde_json::{Value, json};

use crate::client::{PAGE, Reply, Shop, send};

const CUSTOMERS: &str = "/v2/customers";
const MEMBERS: &str = "/v2/account-members/tokens";

async fn token(shop: &Shop, form: &[(&str, &str)]) -> Result<Reply> {
    send(shop.request(Method::POST, "/oauth/access_token").form(form)).await
}

async fn post(shop: &Shop, path: &str, data: &Value) -> Result<Reply> {
    let token = token(
        shop,
        &[("client_id", CLIENT_ID), ("grant_type", "implicit")],
    )
    .await?
    .text_at("/access_token")?;
    shop.post(
        path,
        &[("authorization", &format!("Bearer {token}"))],
        &json!({ "data": data }),
    )
    .await
}

/// Reads something with a shopper's token in `header`.
async fn get(shop: &Shop, path: &str, header: &str, shoppers: &str) -> Result<Reply> {
    let form = [("client_id", CLIENT_ID), ("grant_type", "implicit")];
    let bearer = format!(
        "Bearer {}",
        token(shop, &form).await?.text_at("/access_token")?
    );
    shop.get(path, &[("authorization", &bearer), (header, shoppers)])
        .await
}

fn customer(email: &str) -> Value {
    json!({ "type": "customer", "name": "Ron Swanson", "email": email, "password": "mysecretpassword" })
}

fn member(email: &str) -> Value {
    json!({
        "type": "account_management_authentication_token", "authentication_mechanism": "self_signup",
        "password_profile_id": PASSWORD_PROFILE_ID, "username": email, "password": "mysecretpassword",
        "name": "Ron Swanson", "email": email,
    })
}

fn details(reply: &Reply) -> Vec<String> {
    let errors = reply.at("/errors").as_array().cloned().unwrap_or_default();
    errors
        .iter()
        .filter_map(|error| error.get("detail")?.as_str().map(str::to_owned))
        .collect()
}

#[tokio::test]
async fn the_client_id_gets_a_token_for_an_hour() -> Result<()> {
    let shop = Shop::open("elastic-path").await?;
    let reply = token(
        &shop,
        &[("client_id", CLIENT_ID), ("grant_type", "implicit")],
    )
    .await?;
    assert_eq!((reply.status, reply.allowed_origin()), (200, Some(PAGE)));
    assert_eq!(
        (&reply.json()["expires_in"], &reply.json()["identifier"]),
        (&json!(3600), &json!("implicit"))
    );
    assert_eq!(
        token(&shop, &[("client_id", "x"), ("grant_type", "implicit")])
            .await?
            .status,
        401
    );
    assert_eq!(token(&shop, &[("client_id", CLIENT_ID)]).await?.status, 400);
    Ok(())
}

#[tokio::test]
async fn a_server_gets_a_token_with_the_client_secret() -> Result<()> {
    let shop = Shop::open("elastic-path").await?;
    for (secret, status) in [(CLIENT_SECRET, 200), ("x", 401), ("", 401)] {
        let form = [
            ("client_id", CLIENT_ID),
            ("client_secret", secret),
            ("grant_type", "client_credentials"),
        ];
        assert_eq!(token(&shop, &form).await?.status, status, "{secret}");
    }
    Ok(())
}

#[tokio::test]
async fn a_customer_is_created_once_and_can_sign_in() -> Result<()> {
    let shop = Shop::open("elastic-path").await?;
    let created = post(&shop, CUSTOMERS, &customer("ron@swanson.com")).await?;
    assert_eq!(
        (created.status, &created.json()["data"]["password"]),
        (201, &json!(true))
    );
    let again = post(&shop, CUSTOMERS, &customer("RON@swanson.com")).await?;
    assert_eq!(
        (again.status, &again.json()["errors"][0]["title"]),
        (409, &json!("Conflict"))
    );
    let sign_in =
        json!({ "type": "token", "email": "ron@swanson.com", "password": "mysecretpassword" });
    let signed_in = post(&shop, "/v2/customers/tokens", &sign_in).await?;
    assert_eq!(
        signed_in.json()["data"]["customer_id"],
        created.json()["data"]["id"]
    );
    Ok(())
}

#[tokio::test]
async fn a_customer_is_read_with_the_customers_own_token_only() -> Result<()> {
    let shop = Shop::open("elastic-path").await?;
    let created = post(&shop, CUSTOMERS, &customer("ron@swanson.com")).await?;
    let other = post(&shop, CUSTOMERS, &customer("ann@example.com")).await?;
    let sign_in = json!({
        "type": "token", "authentication_mechanism": "password",
        "email": "ron@swanson.com", "password": "mysecretpassword",
    });
    let own = post(&shop, "/v2/customers/tokens", &sign_in).await?;
    let own = own.text_at("/data/token")?;
    let header = "x-moltin-customer-token";
    let path = |reply: &Reply| {
        Ok::<_, anyhow::Error>(format!("{CUSTOMERS}/{}", reply.text_at("/data/id")?))
    };
    let read = get(&shop, &path(&created)?, header, &own).await?;
    assert_eq!(
        (read.status, read.text_at("/data/email")?.as_str()),
        (200, "ron@swanson.com")
    );
    assert_eq!(get(&shop, &path(&other)?, header, &own).await?.status, 403);
    assert_eq!(get(&shop, &path(&created)?, header, "x").await?.status, 403);
    Ok(())
}

#[tokio::test]
async fn a_member_sees_nobody_else() -> Result<()> {
    let shop = Shop::open("elastic-path-account").await?;
    let created = post(&shop, MEMBERS, &member("ron@swanson.com")).await?;
    let (path, header) = (
        "/v2/account-members",
        "ep-account-management-authentication-token",
    );
    let read = get(&shop, path, header, &created.text_at("/data/0/token")?).await?;
    assert_eq!(read.at("/meta/results/total"), json!(1));
    assert_eq!(
        read.text_at("/data/0/id")?,
        created.text_at("/meta/account_member_id")?
    );
    assert_eq!(get(&shop, path, header, "x").await?.status, 403);
    Ok(())
}

#[tokio::test]
async fn nothing_is_created_without_a_valid_token() -> Result<()> {
    let shop = Shop::open("elastic-path").await?;
    for headers in [&[][..], &[("authorization", "Bearer x")][..]] {
        let reply = shop
            .post(
                CUSTOMERS,
                headers,
                &json!({ "data": customer("a@example.com") }),
            )
            .await?;
        assert_eq!(
            (reply.status, details(&reply)),
            (401, vec!["Unable to validate access token".to_owned()])
        );
    }
    Ok(())
}

#[tokio::test]
async fn missing_and_wrong_fields_are_named() -> Result<()> {
    let shop = Shop::open("elastic-path").await?;
    let empty = post(&shop, CUSTOMERS, &json!({ "type": "customer" })).await?;
    let expected = json!({ "errors": [
        { "detail": "The data.name field is required.", "title": "Failed Validation" },
        { "detail": "The data.email field is required.", "title": "Failed Validation" },
    ] });
    assert_eq!((empty.status, empty.json()), (422, expected));
    for (name, value) in [
        ("email", json!("bad")),
        ("external_ref", json!("x".repeat(2049))),
        ("zip", json!(1)),
        ("password", json!(1)),
    ] {
        let mut data = customer("a@example.com");
        data[name] = value;
        let reply = post(&shop, CUSTOMERS, &data).await?;
        assert!(
            details(&reply)
                .iter()
                .all(|detail| detail.contains(&format!("data.{name}"))),
            "{}",
            reply.text
        );
        assert_eq!(reply.status, 422);
    }
    Ok(())
}

#[tokio::test]
async fn a_body_of_another_kind_is_refused() -> Result<()> {
    let shop = Shop::open("elastic-path").await?;
    let form = [("client_id", CLIENT_ID), ("grant_type", "implicit")];
    let bearer = format!(
        "Bearer {}",
        token(&shop, &form).await?.text_at("/access_token")?
    );
    let beside = json!({ "data": customer("a@example.com"), "meta": {} });
    let headers = [("authorization", bearer.as_str())];
    let reply = shop.post(CUSTOMERS, &headers, &beside).await?;
    assert_eq!(details(&reply), ["The meta field is not allowed."]);
    let text = shop
        .request(Method::POST, CUSTOMERS)
        .bearer_auth(bearer.trim_start_matches("Bearer "));
    let text = text.header("content-type", "text/plain");
    let reply = send(text.body(json!({ "data": customer("a@example.com") }).to_string())).await?;
    assert_eq!(reply.status, 415);
    let sign_in =
        json!({ "type": "token", "email": "a@example.com", "password": "x", "name": "A" });
    let reply = post(&shop, "/v2/customers/tokens", &sign_in).await?;
    assert_eq!(details(&reply), ["The data.name field is not allowed."]);
    Ok(())
}

#[tokio::test]
async fn a_customer_without_a_password_cannot_sign_in() -> Result<()> {
    let shop = Shop::open("elastic-path").await?;
    let data = json!({ "type": "customer", "name": "A", "email": "a@example.com" });
    assert_eq!(
        post(&shop, CUSTOMERS, &data).await?.json()["data"]["password"],
        json!(false)
    );
    let account = shop
        .sandbox
        .accounts("elastic-path")?
        .into_iter()
        .find(|account| account.email == "a@example.com");
    assert!(account.is_some_and(|account| !account.can_sign_in));
    Ok(())
}

#[tokio::test]
async fn a_member_signs_up_once_and_signs_in() -> Result<()> {
    let shop = Shop::open("elastic-path-account").await?;
    let signed_up = post(&shop, MEMBERS, &member("ron@swanson.com")).await?;
    assert_eq!(signed_up.status, 201);
    assert_eq!(signed_up.json()["data"][0]["account_name"], "Ron Swanson");
    let id = signed_up.text_at("/meta/account_member_id")?;
    assert!(
        shop.sandbox
            .accounts("elastic-path-account")?
            .iter()
            .any(|account| account.id == id)
    );
    assert_eq!(
        post(&shop, MEMBERS, &member("ron@swanson.com"))
            .await?
            .status,
        409
    );
    let mut sign_in = member("ron@swanson.com");
    sign_in["authentication_mechanism"] = json!("password");
    if let Some(fields) = sign_in.as_object_mut() {
        fields.retain(|name, _| name != "name" && name != "email");
    }
    assert_eq!(
        post(&shop, MEMBERS, &sign_in)
            .await?
            .text_at("/meta/account_member_id")?,
        id
    );
    Ok(())
}

#[tokio::test]
async fn a_member_needs_every_field_a_long_password_and_the_right_profile() -> Result<()> {
    let shop = Shop::open("elastic-path-account").await?;
    for (name, value, status) in [
        ("name", json!(""), 422),
        ("password", json!("1234567"), 422),
        ("email", json!("bad"), 422),
        ("authentication_mechanism", json!("oidc"), 422),
        ("password_profile_id", json!("other"), 404),
    ] {
        let mut data = member("a@example.com");
        data[name] = value;
        assert_eq!(post(&shop, MEMBERS, &data).await?.status, status, "{name}");
    }
    Ok(())
}

#[tokio::test]
async fn both_platforms_answer_the_whole_api() -> Result<()> {
    let shop = Shop::open("elastic-path").await?;
    let mut sign_in = member(TAKEN_EMAIL);
    sign_in["password"] = json!(TAKEN_PASSWORD);
    assert_eq!(post(&shop, MEMBERS, &sign_in).await?.status, 409);
    assert_eq!(
        post(&shop, MEMBERS, &member("new@example.com"))
            .await?
            .status,
        201
    );
    assert!(
        shop.sandbox
            .accounts("elastic-path-account")?
            .iter()
            .any(|account| account.email == "new@example.com")
    );
    assert!(
        shop.sandbox
            .accounts("elastic-path")?
            .iter()
            .all(|account| account.email != "new@example.com")
    );
    Ok(())
}
