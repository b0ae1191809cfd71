use anyhow::Result;
use serde_json::json;

use super::requests::{CUSTOMERS, REGISTER, SIGN_IN, create, register};
use crate::client::Shop;

#[tokio::test]
async fn invalid_json_is_refused_without_cors_headers() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let cases: [(&str, &'static [u8], &str); 5] = [
        (REGISTER, b"{\"email\":", "Unexpected end of JSON input"),
        (
            CUSTOMERS,
            b"{bad",
            "Expected property name or '}' in JSON at position 1",
        ),
        (
            SIGN_IN,
            b"nope",
            "Unexpected token 'n', \"nope\" is not valid JSON",
        ),
        (
            REGISTER,
            b"\"str\"",
            "Unexpected token '\"', \"\"str\"\" is not valid JSON",
        ),
        (
            REGISTER,
            b"null",
            "Unexpected token 'n', \"null\" is not valid JSON",
        ),
    ];
    for (path, body, message) in cases {
        let reply = shop.post_text(path, "application/json", body).await?;
        assert_eq!(
            (reply.status, reply.json()),
            (400, json!({ "message": message, "type": "invalid_data" }))
        );
        assert_eq!(reply.allowed_origin(), None);
    }
    Ok(())
}

#[tokio::test]
async fn a_body_of_another_type_counts_as_empty() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let json = b"{\"email\":\"a@b.de\",\"password\":\"x\"}";
    for content_type in [
        "text/plain",
        "application/vnd.api+json",
        "multipart/form-data; boundary=x",
    ] {
        let reply = shop.post_text(REGISTER, content_type, json).await?;
        assert_eq!(
            (reply.status, reply.text_at("/message")?.as_str()),
            (401, "Password should be a string")
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_form_and_an_explicit_charset_are_accepted() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let form = b"email=f%2B1%40example.com&password=x";
    assert_eq!(
        shop.post_text(REGISTER, "application/x-www-form-urlencoded", form)
            .await?
            .status,
        200
    );
    let json = b"{\"email\":\"u@example.com\",\"password\":\"x\"}";
    assert_eq!(
        shop.post_text(REGISTER, "application/json; charset=utf-8", json)
            .await?
            .status,
        200
    );
    Ok(())
}

#[tokio::test]
async fn the_password_is_checked_before_the_email() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let (password, email) = ("Password should be a string", "Email should be a string");
    let cases = [
        (json!({}), password),
        (json!([]), password),
        (json!({ "email": "a@b.de" }), password),
        (json!({ "email": "a@b.de", "password": "" }), password),
        (json!({ "email": "a@b.de", "password": 7 }), password),
        (json!({ "password": "x" }), email),
        (json!({ "email": "", "password": "x" }), email),
        (json!({ "email": ["a@b.de"], "password": "x" }), email),
    ];
    for (body, message) in cases {
        for path in [REGISTER, SIGN_IN] {
            let reply = shop.post(path, &[], &body).await?;
            assert_eq!(
                (reply.status, reply.json()),
                (401, json!({ "type": "unauthorized", "message": message }))
            );
        }
    }
    Ok(())
}

#[tokio::test]
async fn any_text_registers_an_identity_but_a_customer_needs_an_email() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    for email in [
        "no-at",
        "a b@example.com",
        "jörg@example.com",
        "a@localhost",
        "\"q\"@example.com",
    ] {
        let token = register(&shop, email, "x").await?;
        let reply = create(&shop, &token, &json!({ "email": email })).await?;
        assert_eq!(
            (reply.status, reply.text_at("/message")?.as_str()),
            (400, "Invalid request: Invalid email address")
        );
    }
    for email in ["a+b@example.com", "x@xn--exmple-cua.de"] {
        let token = register(&shop, email, "x").await?;
        assert_eq!(
            create(&shop, &token, &json!({ "email": email }))
                .await?
                .status,
            200,
            "{email}"
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_lone_surrogate_and_invalid_utf8_are_replaced() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let bytes = b"{\"email\":\"s\xff@example.com\",\"password\":\"\\ud800\"}";
    assert_eq!(
        shop.post_text(REGISTER, "application/json", bytes)
            .await?
            .status,
        200
    );
    let replaced = json!({ "email": "s\u{fffd}@example.com", "password": "\u{fffd}" });
    assert_eq!(shop.post(SIGN_IN, &[], &replaced).await?.status, 200);
    Ok(())
}
