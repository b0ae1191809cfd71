use anyhow::Result;
use sandbox::AccountState;
use sandbox::platform::medusa::PUBLISHABLE_KEY;
use sandbox::platform::samples::{GUEST_EMAIL, TAKEN_EMAIL};
use serde_json::json;

use super::requests::{CUSTOMERS, ME, create, me, refresh, register};
use crate::client::Shop;

const KEY_MISSING: &str = "Publishable API key required in the request header: x-publishable-api-key. You can manage your keys in settings in the dashboard.";
const KEY_WRONG: &str = "A valid publishable key is required to proceed with the request";

#[tokio::test]
async fn the_key_is_checked_before_the_token_and_the_body() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let cases: [(&[(&str, &str)], &str); 3] = [
        (&[], KEY_MISSING),
        (&[("x-publishable-api-key", "")], KEY_MISSING),
        (&[("x-publishable-api-key", "sk_1")], KEY_WRONG),
    ];
    for (headers, message) in cases {
        let reply = shop.post(CUSTOMERS, headers, &json!({ "zip": 1 })).await?;
        assert_eq!(
            (reply.status, reply.json()),
            (400, json!({ "type": "not_allowed", "message": message }))
        );
    }
    assert_eq!(shop.get(ME, &[]).await?.text_at("/message")?, KEY_MISSING);
    Ok(())
}

#[tokio::test]
async fn the_token_is_checked_before_the_body() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let token = register(&shop, "h@example.com", "x").await?;
    let cases = [
        String::new(),
        "Bearer garbage".to_owned(),
        format!("Basic {token}"),
        format!("Bearer {token}x"),
    ];
    for authorization in cases {
        let headers = [
            ("authorization", authorization.as_str()),
            ("x-publishable-api-key", PUBLISHABLE_KEY),
        ];
        let reply = shop.post(CUSTOMERS, &headers, &json!({ "zip": 1 })).await?;
        assert_eq!(
            (reply.status, reply.json()),
            (401, json!({ "message": "Unauthorized" })),
            "{authorization}"
        );
    }
    assert_eq!(
        create(&shop, &token, &json!({ "email": "h@example.com" }))
            .await?
            .status,
        200
    );
    Ok(())
}

#[tokio::test]
async fn problems_of_a_body_come_in_one_message() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let token = register(&shop, "e@example.com", "x").await?;
    let cases = [
        (json!({}), "Email is required to create a customer"),
        (
            json!({ "email": null, "first_name": "A" }),
            "Email is required to create a customer",
        ),
        (json!([]), "Invalid request: Field '' is required"),
        (
            json!({ "email": "e@x" }),
            "Invalid request: Invalid email address",
        ),
        (
            json!({ "email": "e@example.com", "newsletter": 1 }),
            "Invalid request: Unrecognized fields: 'newsletter'",
        ),
        (
            json!({ "email": "e@example.com", "password": "x" }),
            "Invalid request: Unrecognized fields: 'password'",
        ),
        (
            json!({ "phone": 123 }),
            "Invalid request: Expected type: 'string' for field 'phone', got: '123'",
        ),
        (
            json!({ "zip": 1, "email": "bad", "first_name": 7 }),
            "Invalid request: Invalid email address; Expected type: 'string' for field 'first_name', got: '7'; Unrecognized fields: 'zip'",
        ),
    ];
    for (body, message) in cases {
        let reply = create(&shop, &token, &body).await?;
        assert_eq!(
            (reply.status, reply.json()),
            (400, json!({ "type": "invalid_data", "message": message }))
        );
    }
    Ok(())
}

#[tokio::test]
async fn a_second_creation_gets_an_error_that_depends_on_the_token() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let body = json!({ "email": "c@example.com" });
    let token = register(&shop, "c@example.com", "x").await?;
    create(&shop, &token, &body).await?;
    let stale = create(&shop, &token, &body).await?;
    let taken = "Customer with this email already has an account";
    let expected =
        json!({ "code": "invalid_request_error", "type": "duplicate_error", "message": taken });
    assert_eq!((stale.status, stale.json()), (422, expected));
    let fresh = refresh(&shop, &token).await?.text_at("/token")?;
    let signed_in = create(&shop, &fresh, &body).await?;
    assert_eq!(
        (signed_in.status, signed_in.text_at("/message")?.as_str()),
        (400, "Request already authenticated as a customer.")
    );
    Ok(())
}

#[tokio::test]
async fn one_identity_has_one_customer() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let token = register(&shop, "c@example.com", "x").await?;
    create(&shop, &token, &json!({ "email": "c@example.com" })).await?;
    let second = create(&shop, &token, &json!({ "email": "d@example.com" })).await?;
    assert_eq!(
        (second.status, second.text_at("/type")?.as_str()),
        (500, "unknown_error")
    );
    let accounts = shop.sandbox.accounts("medusa")?;
    assert!(
        accounts
            .iter()
            .all(|account| account.email != "d@example.com")
    );
    Ok(())
}

#[tokio::test]
async fn the_email_of_another_customer_is_taken() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let token = register(&shop, "thief@example.com", "x").await?;
    assert_eq!(
        create(&shop, &token, &json!({ "email": TAKEN_EMAIL }))
            .await?
            .status,
        422
    );
    let fresh = refresh(&shop, &token).await?.text_at("/token")?;
    assert_eq!(me(&shop, &fresh).await?.status, 401);
    Ok(())
}

#[tokio::test]
async fn a_guest_can_register_and_gets_a_customer_of_their_own() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let token = register(&shop, GUEST_EMAIL, "x").await?;
    assert_eq!(
        create(&shop, &token, &json!({ "email": GUEST_EMAIL }))
            .await?
            .status,
        200
    );
    let accounts = shop.sandbox.accounts("medusa")?;
    let mut states: Vec<_> = accounts
        .iter()
        .filter(|account| account.email == GUEST_EMAIL)
        .map(|account| account.state)
        .collect();
    states.sort_by_key(|state| *state == AccountState::Registered);
    assert_eq!(states, [AccountState::Guest, AccountState::Registered]);
    Ok(())
}

#[tokio::test]
async fn an_unfinished_registration_is_listed_as_unfinished() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    register(&shop, "or@example.com", "x").await?;
    let accounts = shop.sandbox.accounts("medusa")?;
    let found = accounts
        .iter()
        .find(|account| account.email == "or@example.com")
        .map(|account| account.state);
    assert_eq!(found, Some(AccountState::Unfinished));
    Ok(())
}

#[tokio::test]
async fn names_and_metadata_come_back_as_they_were_sent() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let token = register(&shop, "j@example.com", "x").await?;
    let body = json!({
        "email": "j@example.com", "first_name": "Zoë 李小龍 𝕬", "last_name": "<script>alert(1)</script>",
        "company_name": "ACME", "phone": "not a phone", "metadata": { "newsletter": true },
    });
    let created = create(&shop, &token, &body).await?;
    for (name, value) in body.as_object().into_iter().flatten() {
        assert_eq!(&created.json()["customer"][name], value);
    }
    Ok(())
}
