use crate::support::{ELASTIC_PATH, Reply, SHOP, World};
use sandbox::{Effect, Fault};
use serde_json::json;

const RON: &str = "ron@swanson.com";

async fn send(world: &World, path: &str, email: &str) -> Reply {
    let data = json!({
        "type": "customer", "name": "Ron", "email": email, "password": "plum-kettle-94",
    });
    let data = match path {
        CREATE => data,
        _ => json!({ "type": "token", "email": email, "password": "plum-kettle-94" }),
    };
    // The page's own token is of no use.
    let headers = [("authorization", "Bearer theRelayAddsTheToken")];
    world
        .post(path, &headers, json!({ "data": data }).to_string())
        .await
}

const CREATE: &str = "/v2/customers";

fn expire(world: &World, times: u32) {
    let fault = Fault::new(ELASTIC_PATH, Effect::ExpiredToken)
        .on("create")
        .times(times);
    world.sandbox.set_fault(fault).unwrap();
}

#[tokio::test]
async fn a_page_registers_and_signs_in_with_the_relays_token() {
    let world = World::open(&[]).await;
    let form = [("content-type", "application/x-www-form-urlencoded")];
    let token = world
        .post("/oauth/access_token", &form, "grant_type=implicit".into())
        .await;
    assert_eq!(
        (token.status, token.header("access-control-allow-origin")),
        (200, Some(SHOP))
    );
    assert_eq!(world.calls(ELASTIC_PATH, "token"), 0);
    let created = send(&world, CREATE, RON).await;
    assert_eq!(created.status, 201, "{}", created.text);
    assert_eq!(send(&world, "/v2/customers/tokens", RON).await.status, 201);
    assert_eq!(world.accounts(ELASTIC_PATH, RON), 1);
}

#[tokio::test]
async fn one_token_serves_all_requests_also_at_once() {
    let world = World::open(&[]).await;
    let emails: Vec<String> = (0..6)
        .map(|number| format!("ron{number}@swanson.com"))
        .collect();
    let (a, b, c, d, e, f) = tokio::join!(
        send(&world, CREATE, &emails[0]),
        send(&world, CREATE, &emails[1]),
        send(&world, CREATE, &emails[2]),
        send(&world, CREATE, &emails[3]),
        send(&world, CREATE, &emails[4]),
        send(&world, CREATE, &emails[5]),
    );
    assert!([a, b, c, d, e, f].iter().all(|reply| reply.status == 201));
    assert_eq!(world.calls(ELASTIC_PATH, "token"), 1);
}

#[tokio::test]
async fn an_expired_token_is_renewed_once() {
    let world = World::open(&[]).await;
    expire(&world, 1);
    assert_eq!(send(&world, CREATE, RON).await.status, 201);
    assert_eq!(
        (
            world.calls(ELASTIC_PATH, "token"),
            world.accounts(ELASTIC_PATH, RON)
        ),
        (2, 1)
    );
}

#[tokio::test]
async fn a_token_that_is_refused_twice_ends_as_the_store_says() {
    let world = World::open(&[]).await;
    expire(&world, 2);
    assert_eq!(send(&world, CREATE, RON).await.status, 401);
    assert_eq!(
        (
            world.calls(ELASTIC_PATH, "token"),
            world.calls(ELASTIC_PATH, "create")
        ),
        (2, 2)
    );
}

#[tokio::test]
async fn a_refused_key_creates_nothing() {
    let world = World::open(&[("elastic_path_client_secret", "wrong")]).await;
    let reply = send(&world, CREATE, RON).await;
    assert_eq!(
        (reply.status, world.calls(ELASTIC_PATH, "create")),
        (401, 0)
    );
    assert!(!reply.text.contains("wrong"), "{}", reply.text);
}

#[tokio::test]
async fn a_cut_creation_is_not_sent_again() {
    let world = World::open(&[]).await;
    let fault = Fault::new(ELASTIC_PATH, Effect::CutAfter).on("create");
    world.sandbox.set_fault(fault).unwrap();
    assert_eq!(send(&world, CREATE, RON).await.status, 502);
    assert_eq!(
        (
            world.calls(ELASTIC_PATH, "create"),
            world.accounts(ELASTIC_PATH, RON)
        ),
        (1, 1)
    );
}
