use std::time::{Duration, Instant};

use anyhow::Result;
use reqwest::Method;
use sandbox::{BodyKind, Effect, Fault, When};
use serde_json::{Value, json};

use crate::client::{PAGE, Reply, Shop, send};
use crate::medusa_v1::requests::{CUSTOMERS, shopper};

const EMAIL: &str = "fault@example.com";

/// A shop whose next registration meets `effect`.
async fn shop_with(effect: Effect) -> Result<Shop> {
    let shop = Shop::open("medusa-v1").await?;
    shop.sandbox
        .set_fault(Fault::new("medusa-v1", effect).on("create"))?;
    Ok(shop)
}

async fn register(shop: &Shop) -> Result<Reply> {
    shop.post(CUSTOMERS, &[], &shopper(EMAIL, "x")).await
}

fn is_registered(shop: &Shop) -> Result<bool> {
    Ok(shop
        .sandbox
        .accounts("medusa-v1")?
        .iter()
        .any(|account| account.email == EMAIL))
}

fn status(code: u16, body: BodyKind) -> Effect {
    Effect::Status {
        code,
        body,
        retry_after: None,
        readable: false,
    }
}

#[tokio::test]
async fn a_cut_before_leaves_no_account_and_a_cut_after_leaves_one() -> Result<()> {
    for (effect, made) in [(Effect::CutBefore, false), (Effect::CutAfter, true)] {
        let shop = shop_with(effect).await?;
        assert!(register(&shop).await.is_err());
        assert_eq!(is_registered(&shop)?, made);
        let entries = shop.sandbox.requests();
        assert_eq!(entries.last().map(|entry| entry.status), Some(None));
    }
    Ok(())
}

#[tokio::test]
async fn a_fault_ends_after_its_number_of_requests() -> Result<()> {
    let shop = shop_with(Effect::CutBefore).await?;
    assert!(register(&shop).await.is_err());
    assert_eq!(shop.sandbox.faults(), []);
    assert_eq!(register(&shop).await?.status, 200);
    Ok(())
}

#[tokio::test]
async fn a_cut_body_ends_after_the_headers() -> Result<()> {
    let shop = shop_with(Effect::CutBody).await?;
    let response = shop
        .request(Method::POST, CUSTOMERS)
        .json(&shopper(EMAIL, "x"))
        .send()
        .await?;
    assert_eq!(response.status(), 200);
    assert!(response.bytes().await.is_err());
    assert!(is_registered(&shop)?);
    Ok(())
}

#[tokio::test]
async fn a_delay_holds_the_response_back() -> Result<()> {
    let shop = shop_with(Effect::Delay {
        ms: 300,
        when: When::Before,
    })
    .await?;
    let start = Instant::now();
    assert_eq!(register(&shop).await?.status, 200);
    assert!(start.elapsed() >= Duration::from_millis(300));
    Ok(())
}

#[tokio::test]
async fn a_client_that_gives_up_may_have_an_account() -> Result<()> {
    for (when, made) in [(When::Before, false), (When::After, true)] {
        for effect in [Effect::Hang { when }, Effect::Delay { ms: 60_000, when }] {
            let shop = shop_with(effect).await?;
            let request = shop
                .request(Method::POST, CUSTOMERS)
                .json(&shopper(EMAIL, "x"));
            assert!(
                send(request.timeout(Duration::from_millis(300)))
                    .await
                    .is_err()
            );
            assert_eq!(is_registered(&shop)?, made);
        }
    }
    Ok(())
}

#[tokio::test]
async fn the_sandbox_stops_in_spite_of_a_hanging_request() -> Result<()> {
    let shop = shop_with(Effect::Hang { when: When::Before }).await?;
    let request = shop
        .request(Method::POST, CUSTOMERS)
        .json(&shopper(EMAIL, "x"));
    let (answer, stopped) = tokio::join!(request.send(), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        tokio::time::timeout(Duration::from_secs(5), shop.sandbox.stop()).await
    });
    assert!(answer.is_err());
    stopped?
}

#[tokio::test]
async fn an_error_status_has_the_chosen_body() -> Result<()> {
    for (body, content_type) in [
        (BodyKind::Json, Some("application/json; charset=utf-8")),
        (BodyKind::Large, Some("application/json; charset=utf-8")),
        (BodyKind::Html, Some("text/html; charset=utf-8")),
        (BodyKind::Empty, None),
    ] {
        let shop = shop_with(status(503, body)).await?;
        let reply = register(&shop).await?;
        assert_eq!(
            (reply.status, reply.header("content-type")),
            (503, content_type)
        );
        assert_eq!(reply.allowed_origin(), Some(PAGE));
        assert_eq!(reply.text.len() > 1_000_000, body == BodyKind::Large);
        assert_eq!(
            reply.json() == Value::Null,
            content_type.is_none_or(|kind| kind.starts_with("text/html"))
        );
        assert!(!is_registered(&shop)?);
    }
    let shop = shop_with(status(500, BodyKind::Cut)).await?;
    assert!(register(&shop).await.is_err());
    Ok(())
}

#[tokio::test]
async fn a_page_can_read_retry_after_only_if_it_is_exposed() -> Result<()> {
    for (readable, exposed) in [(true, Some("Retry-After")), (false, None)] {
        let effect = Effect::Status {
            code: 429,
            body: BodyKind::Json,
            retry_after: Some(2),
            readable,
        };
        let reply = register(&shop_with(effect).await?).await?;
        assert_eq!(
            (reply.status, reply.header("retry-after")),
            (429, Some("2"))
        );
        assert_eq!(reply.header("access-control-expose-headers"), exposed);
    }
    let bare = register(&shop_with(status(429, BodyKind::Json)).await?).await?;
    assert_eq!(bare.header("retry-after"), None);
    Ok(())
}

#[tokio::test]
async fn without_cors_the_store_handles_the_request_but_no_page_may_read_the_response() -> Result<()>
{
    let shop = shop_with(Effect::NoCors).await?;
    let reply = register(&shop).await?;
    assert_eq!((reply.status, reply.allowed_origin()), (200, None));
    assert!(
        reply
            .headers
            .keys()
            .all(|name| !name.as_str().starts_with("access-control-"))
    );
    assert!(is_registered(&shop)?);
    Ok(())
}

#[tokio::test]
async fn a_wrong_content_type_and_a_slow_drip_leave_the_body_whole() -> Result<()> {
    let shop = shop_with(Effect::WrongContentType).await?;
    let mislabelled = register(&shop).await?;
    assert_eq!(mislabelled.header("content-type"), Some("image/png"));
    assert_eq!(mislabelled.json()["customer"]["email"], EMAIL);
    let shop = shop_with(Effect::SlowDrip { ms: 10 }).await?;
    let start = Instant::now();
    assert_eq!(register(&shop).await?.json()["customer"]["email"], EMAIL);
    assert!(start.elapsed() >= Duration::from_millis(100));
    Ok(())
}

#[tokio::test]
async fn a_redirect_an_expired_token_and_an_unreadable_response_create_no_account() -> Result<()> {
    for (effect, status, text) in [
        (Effect::Redirect { to: None }, 302, ""),
        (Effect::ExpiredToken, 401, "Unauthorized"),
        (Effect::Unreadable, 200, "<html>"),
    ] {
        let shop = shop_with(effect).await?;
        let reply = register(&shop).await?;
        assert_eq!(reply.status, status);
        assert!(reply.text.starts_with(text));
        assert!(!is_registered(&shop)?);
    }
    Ok(())
}

#[tokio::test]
async fn a_redirect_goes_to_the_given_url() -> Result<()> {
    let shop = shop_with(Effect::Redirect {
        to: Some("http://elsewhere.example/".to_owned()),
    })
    .await?;
    assert_eq!(
        register(&shop).await?.header("location"),
        Some("http://elsewhere.example/")
    );
    Ok(())
}

#[tokio::test]
async fn a_fault_without_a_step_leaves_preflights_alone() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    shop.sandbox
        .set_fault(Fault::new("medusa-v1", Effect::NoCors))?;
    assert_eq!(
        shop.preflight(CUSTOMERS, PAGE).await?.allowed_origin(),
        Some(PAGE)
    );
    shop.sandbox
        .set_fault(Fault::new("medusa-v1", Effect::NoCors).on("preflight"))?;
    assert_eq!(
        shop.preflight(CUSTOMERS, PAGE).await?.allowed_origin(),
        None
    );
    Ok(())
}

#[tokio::test]
async fn a_fault_with_an_unknown_step_platform_or_status_is_refused() -> Result<()> {
    let shop = Shop::open("medusa-v1").await?;
    let step = Fault::new("medusa-v1", Effect::NoCors).on("register");
    let platform = Fault::new("nowhere", Effect::NoCors);
    let code = Fault::new("medusa-v1", status(99, BodyKind::Json));
    for fault in [step, platform, code] {
        assert!(shop.sandbox.set_fault(fault).is_err());
    }
    assert_eq!(shop.sandbox.faults(), []);
    Ok(())
}

#[tokio::test]
async fn a_browser_can_repeat_a_request_whose_connection_was_cut() -> Result<()> {
    let shop = shop_with(Effect::CutAfter).await?;
    assert!(register(&shop).await.is_err());
    let again = register(&shop).await?;
    assert_eq!(
        (again.status, &again.json()["type"]),
        (422, &json!("duplicate_error"))
    );
    Ok(())
}
