use crate::support::{World, read};
use sandbox::Effect;

async fn get(world: &World, url: String) -> crate::support::Reply {
    read(world.client.get(url).send().await.unwrap()).await
}

#[tokio::test]
async fn the_relay_says_that_it_runs() {
    let world = World::open(&[]).await;
    let reply = get(&world, world.url("/healthz")).await;
    assert_eq!((reply.status, reply.text.as_str()), (200, "ok\n"));
}

#[tokio::test]
async fn requests_are_counted_by_route_outcome_and_status() {
    let world = World::open(&[]).await;
    world.register("ada@example.com").await;
    world.register("ada@example.com").await;
    world.fail(Effect::CutAfter);
    world.register("ron@swanson.com").await;
    world.post("/", &[], String::new()).await;
    let url = format!("http://{}/metrics", world.relay.metrics.unwrap());
    let text = get(&world, url).await.text;
    for line in [
        r#"relay_requests_total{route="ecwid-create",outcome="passed-on",status="200"} 1"#,
        r#"relay_requests_total{route="ecwid-create",outcome="passed-on",status="409"} 1"#,
        r#"relay_requests_total{route="ecwid-create",outcome="lost",status="502"} 1"#,
        r#"relay_requests_total{route="none",outcome="not-found",status="404"} 1"#,
        "relay_request_seconds_count 4",
    ] {
        assert!(
            text.lines().any(|found| found == line),
            "{line} is missing in {text}"
        );
    }
}

#[tokio::test]
async fn pages_can_not_read_the_metrics() {
    let world = World::open(&[]).await;
    assert_eq!(get(&world, world.url("/metrics")).await.status, 404);
}
