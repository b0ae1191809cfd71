use crate::support::{ECWID, SHOP, World, customer, read};
use reqwest::Method;
use sandbox::Effect;
use sandbox::platform::samples::TAKEN_EMAIL;

const ADA: &str = "ada@example.com";

#[tokio::test]
async fn a_registration_reaches_the_store_with_the_owners_group() {
    let world = World::open(&[("ecwid_customer_group", "9367001")]).await;
    let reply = world.register(ADA).await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    assert!(reply.json()["id"].is_u64());
    assert_eq!(reply.header("access-control-allow-origin"), Some(SHOP));
    let account = world.sandbox.accounts(ECWID).unwrap().pop().unwrap();
    assert_eq!(
        (account.email.as_str(), account.name.as_str()),
        (ADA, "Ada")
    );
    assert_eq!(account.details["customerGroupId"], 9_367_001);
}

#[tokio::test]
async fn a_preflight_of_the_shop_passes_and_one_of_another_page_does_not() {
    let world = World::open(&[]).await;
    for (origin, status) in [(SHOP, 204), ("https://shop.example.evil.example", 403)] {
        let request = world
            .client
            .request(Method::OPTIONS, world.url("/api/v3/1003/customers"));
        let reply = read(request.header("origin", origin).send().await.unwrap()).await;
        assert_eq!(reply.status, status);
        let is_allowed = reply.header("access-control-allow-origin").is_some();
        assert_eq!(is_allowed, origin == SHOP);
    }
}

#[tokio::test]
async fn two_origins_are_none() {
    let world = World::open(&[]).await;
    let request = world.client.post(world.url("/api/v3/1003/customers"));
    let request = request
        .header("origin", SHOP)
        .header("origin", "https://evil.example");
    assert_eq!(request.send().await.unwrap().status(), 403);
}

#[tokio::test]
async fn a_taken_email_comes_back_as_the_store_says_it() {
    let reply = World::open(&[]).await.register(TAKEN_EMAIL).await;
    assert_eq!(
        (reply.status, reply.code().as_str()),
        (409, "CONSTRAINT_VIOLATION")
    );
}

#[tokio::test]
async fn a_refused_token_comes_back_without_the_token() {
    let world = World::open(&[("ecwid_token", "secret_wrong")]).await;
    let reply = world.register(ADA).await;
    assert_eq!(
        (reply.status, reply.code().as_str()),
        (403, "INVALID_API_TOKEN")
    );
    assert!(!reply.text.contains("secret_wrong"));
}

#[tokio::test]
async fn the_stores_rate_limit_comes_back_with_its_time() {
    let world = World::open(&[]).await;
    world.fail(Effect::Status {
        code: 429,
        body: Default::default(),
        retry_after: Some(7),
        readable: false,
    });
    let reply = world.register(ADA).await;
    assert_eq!(
        (reply.status, reply.header("retry-after")),
        (429, Some("7"))
    );
    assert_eq!(
        reply.header("access-control-expose-headers"),
        Some("retry-after")
    );
}

#[tokio::test]
async fn a_redirect_of_the_store_is_not_followed() {
    let world = World::open(&[]).await;
    world.fail(Effect::Redirect { to: None });
    let reply = world.register(ADA).await;
    assert_eq!((reply.status, reply.header("location")), (502, None));
}

#[tokio::test]
async fn what_no_shopper_decides_does_not_reach_the_store() {
    let world = World::open(&[]).await;
    let mut body = customer(ADA);
    for member in [
        "customerGroupId",
        "taxExempt",
        "taxIdValid",
        "privateAdminNotes",
        "extrafields",
    ] {
        body[member] = 1.into();
        body["billingPerson"][member] = 1.into();
    }
    let reply = world
        .post("/api/v3/1003/customers", &[], body.to_string())
        .await;
    assert_eq!(reply.status, 200, "{}", reply.text);
    let account = world.sandbox.accounts(ECWID).unwrap().pop().unwrap();
    assert_eq!(serde_json::Value::Object(account.details), customer(ADA));
}

#[tokio::test]
async fn each_request_has_an_id_of_its_own() {
    let world = World::open(&[]).await;
    let first = world.register("a@example.com").await;
    let second = world.register("b@example.com").await;
    let ids = (first.header("x-request-id"), second.header("x-request-id"));
    assert!(ids.0.is_some() && ids.0 != ids.1, "{ids:?}");
}
