use anyhow::Result;
use reqwest::Method;
use serde_json::{Value, json};

use crate::client::{PAGE, Reply, Shop, send};
use crate::medusa_v1::requests::{CUSTOMERS, shopper};

async fn call(shop: &Shop, method: Method, path: &str, body: Option<&Value>) -> Result<Reply> {
    let request = shop
        .client
        .request(method, format!("{}/_sandbox/{path}", shop.sandbox.url()));
    let request = request.header("origin", PAGE);
    send(match body {
        Some(body) => request.json(body),
        None => request,
    })
    .await
}

#[tokio::test]
async fn it_lists_platforms_with_their_steps_and_credentials() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let platforms = call(&shop, Method::GET, "platforms", None).await?;
    let credentials = call(&shop, Method::GET, "credentials", None).await?.json();
    let listed = platforms.json().as_array().cloned().unwrap_or_default();
    assert!(!listed.is_empty());
    for platform in listed {
        let id = platform["id"].as_str().unwrap_or_default();
        assert!(
            platform["steps"]
                .as_array()
                .is_some_and(|steps| steps.contains(&json!("create"))),
            "{id}"
        );
        assert!(credentials[id].is_array(), "{id}");
        assert!(
            call(&shop, Method::GET, &format!("accounts?platform={id}"), None)
                .await?
                .json()
                .is_array()
        );
        assert!(
            call(&shop, Method::GET, &format!("groups?platform={id}"), None)
                .await?
                .json()
                .is_array()
        );
    }
    Ok(())
}

#[tokio::test]
async fn every_platform_starts_with_a_registered_shopper() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    for platform in call(&shop, Method::GET, "platforms", None)
        .await?
        .json()
        .as_array()
        .into_iter()
        .flatten()
    {
        let accounts = shop
            .sandbox
            .accounts(platform["id"].as_str().unwrap_or_default())?;
        assert!(
            accounts
                .iter()
                .any(|account| account.email == sandbox::platform::samples::TAKEN_EMAIL)
        );
    }
    Ok(())
}

#[tokio::test]
async fn it_sets_lists_and_clears_faults() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let fault = json!({
        "platform": "medusa", "step": "create", "times": 2, "kind": "status", "code": 429, "body": "empty",
        "retry_after": 3, "readable": true,
    });
    assert_eq!(
        call(&shop, Method::POST, "faults", Some(&fault))
            .await?
            .status,
        201
    );
    let short = json!({ "platform": "medusa", "kind": "hang" });
    assert_eq!(
        call(&shop, Method::POST, "faults", Some(&short))
            .await?
            .status,
        201
    );
    let expected =
        json!([fault, { "platform": "medusa", "times": 1, "kind": "hang", "when": "before" }]);
    assert_eq!(
        call(&shop, Method::GET, "faults", None).await?.json(),
        expected
    );
    assert_eq!(
        call(&shop, Method::DELETE, "faults", None).await?.status,
        204
    );
    assert_eq!(shop.sandbox.faults(), []);
    Ok(())
}

#[tokio::test]
async fn a_fault_for_an_unknown_step_is_refused_with_a_message() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let fault = json!({ "platform": "medusa", "step": "nope", "kind": "hang" });
    let reply = call(&shop, Method::POST, "faults", Some(&fault)).await?;
    assert_eq!(reply.status, 400);
    assert!(
        reply
            .text_at("/error")?
            .contains("medusa has no step \"nope\"")
    );
    Ok(())
}

#[tokio::test]
async fn the_log_has_every_request_and_no_password() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    shop.post(
        CUSTOMERS,
        &[],
        &shopper("log@example.com", "hunter2hunter2"),
    )
    .await?;
    let reply = call(&shop, Method::GET, "requests", None).await?;
    let entry = &reply.json()[0];
    assert_eq!(
        (&entry["method"], &entry["path"], &entry["status"]),
        (&json!("POST"), &json!(CUSTOMERS), &json!(200))
    );
    assert_eq!(
        (&entry["platform"], &entry["step"]),
        (&json!("medusa-v1"), &json!("create"))
    );
    assert_eq!(entry["body"]["email"], "log@example.com");
    assert!(!reply.text.contains("hunter2"));
    Ok(())
}

#[tokio::test]
async fn a_reset_restores_the_first_accounts() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let before = shop.sandbox.accounts("medusa-v1")?.len();
    shop.post(CUSTOMERS, &[], &shopper("reset@example.com", "x"))
        .await?;
    assert_eq!(
        call(&shop, Method::DELETE, "accounts", None).await?.status,
        204
    );
    assert_eq!(shop.sandbox.accounts("medusa-v1")?.len(), before);
    assert_eq!(shop.sandbox.requests().len(), 1);
    shop.sandbox.reset()?;
    assert_eq!(shop.sandbox.requests(), []);
    Ok(())
}

#[tokio::test]
async fn the_allowed_origins_can_be_limited_and_reset() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let only = |origins: Value| json!({ "platform": "medusa-v1", "origins": origins });
    for (origins, allowed) in [
        (json!(["http://shop.example"]), None),
        (Value::Null, Some(PAGE)),
    ] {
        assert_eq!(
            call(&shop, Method::PUT, "cors", Some(&only(origins)))
                .await?
                .status,
            204
        );
        assert_eq!(
            shop.preflight(CUSTOMERS, PAGE).await?.allowed_origin(),
            allowed
        );
    }
    let unknown = json!({ "platform": "medusa-v1", "area": "auth", "origins": [] });
    assert_eq!(
        call(&shop, Method::PUT, "cors", Some(&unknown))
            .await?
            .status,
        400
    );
    Ok(())
}

#[tokio::test]
async fn only_pages_of_this_machine_may_call() -> Result<()> {
    let shop = Shop::open("medusa").await?;
    let url = format!("{}/_sandbox/accounts", shop.sandbox.url());
    let stranger = shop
        .client
        .delete(&url)
        .header("origin", "http://stranger.example");
    assert_eq!(send(stranger).await?.status, 403);
    let preflight = send(
        shop.client
            .request(Method::OPTIONS, &url)
            .header("origin", PAGE),
    )
    .await?;
    assert_eq!(
        (preflight.status, preflight.allowed_origin()),
        (204, Some(PAGE))
    );
    assert_eq!(call(&shop, Method::GET, "health", None).await?.text, "OK");
    Ok(())
}
