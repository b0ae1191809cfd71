use crate::support::{ECWID, World};
use sandbox::{Effect, When};
use std::time::Duration;
use tokio::time::sleep;

const ADA: &str = "ada@example.com";

#[tokio::test]
async fn a_registration_that_has_begun_ends_before_the_relay_stops() {
    let world = World::open(&[]).await;
    world.fail(Effect::Delay {
        ms: 400,
        when: When::Before,
    });
    let registration = {
        let client = world.client.clone();
        let request = client.post(world.url("/api/v3/1003/customers"));
        let body = crate::support::customer(ADA).to_string();
        tokio::spawn(
            request
                .header("content-type", "application/json")
                .body(body)
                .send(),
        )
    };
    while world.calls(ECWID, "create") == 0 {
        sleep(Duration::from_millis(5)).await;
    }
    let World {
        relay,
        sandbox,
        client,
    } = world;
    let url = format!("http://{}/healthz", relay.address);
    relay.stop().await;
    assert_eq!(registration.await.unwrap().unwrap().status(), 200);
    assert!(client.get(url).send().await.is_err());
    assert_eq!(sandbox.accounts(ECWID).unwrap().pop().unwrap().email, ADA);
}

#[tokio::test]
async fn an_open_connection_without_a_request_does_not_hold_the_stop() {
    let world = World::open(&[]).await;
    let _idle = tokio::net::TcpStream::connect(world.relay.address)
        .await
        .unwrap();
    assert_eq!(world.register(ADA).await.status, 200);
    world.relay.stop().await;
}
