use anyhow::Result;
use serde_json::json;

use super::requests::{CUSTOMERS, shopper};
use crate::client::{PAGE, Shop};

#[tokio::test]
async fn problems_of_a_body_come_in_one_message() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let cases = [
        (
            json!({}),
            "email must be an email, password must be a string",
        ),
        (
            json!([]),
            "an unknown value was passed to the validate function",
        ),
        (
            json!({ "email": "a@example.com" }),
            "password must be a string",
        ),
        (
            json!({ "email": "a@localhost", "password": "x" }),
            "email must be an email",
        ),
        (
            json!({ "email": "a@example.com", "password": null }),
            "password must be a string",
        ),
        (
            json!({ "email": "a@example.com", "password": "x", "metadata": {} }),
            "property metadata should not exist",
        ),
        (
            json!({ "email": "a@example.com", "password": "x", "phone": 1 }),
            "phone must be a string",
        ),
        (
            json!({ "email": 1, "first_name": 1, "zip": 1 }),
            "property zip should not exist, first_name must be a string, email must be an email, password must be a string",
        ),
    ];
    for (body, message) in cases {
        let reply = shop.post(CUSTOMERS, &[], &body).await?;
        assert_eq!(
            (reply.status, reply.json()),
            (400, json!({ "type": "invalid_data", "message": message }))
        );
        assert_eq!(reply.allowed_origin(), Some(PAGE));
    }
    Ok(())
}

#[tokio::test]
async fn names_may_be_missing_and_emails_may_be_of_any_script() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let nameless = json!({ "email": "e3@example.com", "password": "x" });
    assert_eq!(shop.post(CUSTOMERS, &[], &nameless).await?.status, 200);
    for email in ["jörg@exämple.de", "a+b@example.com", "x@xn--exmple-cua.de"] {
        assert_eq!(
            shop.post(CUSTOMERS, &[], &shopper(email, "x"))
                .await?
                .status,
            200,
            "{email}"
        );
    }
    let long = format!("{}@example.com", "l".repeat(65));
    assert_eq!(
        shop.post(CUSTOMERS, &[], &shopper(&long, "x"))
            .await?
            .status,
        400
    );
    Ok(())
}

#[tokio::test]
async fn an_unreadable_body_gets_an_html_page_without_cors_headers() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let cases = [
        (
            "application/json",
            "{\"email\":\"a@",
            400,
            "SyntaxError: Unterminated string in JSON at position 12<br>",
        ),
        (
            "application/json",
            "null",
            400,
            "SyntaxError: Unexpected token &#39;n&#39;, &quot;null&quot; is not valid JSON<br>",
        ),
        (
            "application/json; charset=iso-8859-1",
            "{}",
            415,
            "UnsupportedMediaTypeError: unsupported charset &quot;ISO-8859-1&quot;<br>",
        ),
    ];
    for (content_type, body, status, text) in cases {
        let reply = shop.post_text(CUSTOMERS, content_type, body).await?;
        assert_eq!((reply.status, reply.allowed_origin()), (status, None));
        assert!(
            reply.text.contains(&format!("<pre>{text}")),
            "{}",
            reply.text
        );
        assert!(reply.cookie().is_some());
    }
    Ok(())
}

#[tokio::test]
async fn a_body_of_another_type_counts_as_empty() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    for content_type in [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
    ] {
        let reply = shop
            .post_text(CUSTOMERS, content_type, "email=a%40example.com&password=x")
            .await?;
        assert_eq!(
            reply.text_at("/message")?,
            "email must be an email, password must be a string"
        );
    }
    Ok(())
}

#[tokio::test]
async fn every_path_below_store_answers_preflights() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    for path in [CUSTOMERS, "/store/nope"] {
        let reply = shop.preflight(path, PAGE).await?;
        assert_eq!((reply.status, reply.allowed_origin()), (204, Some(PAGE)));
        assert!(reply.cookie().is_some());
        assert_eq!(
            shop.preflight(path, "http://stranger.example")
                .await?
                .allowed_origin(),
            None
        );
    }
    Ok(())
}

#[tokio::test]
async fn an_unknown_route_is_an_html_page() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let inside = shop.post("/store/nope", &[], &json!({})).await?;
    assert_eq!((inside.status, inside.allowed_origin()), (404, Some(PAGE)));
    let outside = shop
        .post("/auth/customer/emailpass/register", &[], &json!({}))
        .await?;
    assert_eq!((outside.status, outside.allowed_origin()), (404, None));
    assert!(
        outside
            .text
            .contains("<pre>Cannot POST /auth/customer/emailpass/register</pre>")
    );
    Ok(())
}
