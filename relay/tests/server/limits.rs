use crate::support::{ECWID, World};
use sandbox::platform::samples::TAKEN_EMAIL;

/// The statuses of registrations, each with a value of a header.
async fn statuses(world: &World, name: &str, values: &[&str]) -> Vec<u16> {
    let mut found = Vec::new();
    for value in values {
        found.push(
            world
                .register_from(TAKEN_EMAIL, &[(name, value)])
                .await
                .status,
        );
    }
    found
}

const FORWARDED_FOR: &str = "x-forwarded-for";

#[tokio::test]
async fn one_address_may_send_only_so_much() {
    let world = World::open(&[("per_address", "2")]).await;
    for _ in 0..2 {
        assert_eq!(world.register(TAKEN_EMAIL).await.status, 409);
    }
    let reply = world.register(TAKEN_EMAIL).await;
    assert_eq!((reply.status, reply.code().as_str()), (429, "RATE_LIMITED"));
    let seconds: u64 = reply.header("retry-after").unwrap().parse().unwrap();
    assert!((1..=31).contains(&seconds), "{seconds}");
    assert_eq!(world.calls(ECWID, "create"), 2);
}

#[tokio::test]
async fn behind_a_trusted_proxy_each_shopper_counts_alone() {
    let world = World::open(&[("per_address", "1"), ("trusted_proxies", "127.0.0.1")]).await;
    let values = [
        "203.0.113.1",
        "203.0.113.2",
        "203.0.113.1",
        "192.0.2.9, 203.0.113.2",
    ];
    assert_eq!(
        statuses(&world, FORWARDED_FOR, &values).await,
        [409, 409, 429, 429]
    );
}

#[tokio::test]
async fn a_network_of_ipv6_counts_as_one_shopper() {
    let world = World::open(&[("per_address", "1"), ("trusted_proxies", "127.0.0.1")]).await;
    let values = ["2001:db8:0:1::1", "2001:db8:0:1::2", "2001:db8:0:2::1"];
    assert_eq!(
        statuses(&world, FORWARDED_FOR, &values).await,
        [409, 429, 409]
    );
}

#[tokio::test]
async fn without_a_trusted_proxy_nobody_names_another_address() {
    let world = World::open(&[("per_address", "1")]).await;
    let values = ["203.0.113.1", "203.0.113.2"];
    assert_eq!(statuses(&world, FORWARDED_FOR, &values).await, [409, 429]);
}

#[tokio::test]
async fn the_header_that_the_proxy_does_not_write_is_not_read() {
    let world = World::open(&[("per_address", "1"), ("trusted_proxies", "127.0.0.1")]).await;
    let values = ["for=203.0.113.1", "for=203.0.113.2"];
    assert_eq!(statuses(&world, "forwarded", &values).await, [409, 429]);
    let more = [
        ("per_address", "1"),
        ("trusted_proxies", "127.0.0.1"),
        ("proxy_header", "forwarded"),
    ];
    let world = World::open(&more).await;
    assert_eq!(statuses(&world, "forwarded", &values).await, [409, 409]);
}

#[tokio::test]
async fn all_addresses_together_may_send_only_so_much() {
    let world = World::open(&[("in_total", "1"), ("trusted_proxies", "127.0.0.1")]).await;
    let values = ["203.0.113.1", "203.0.113.2"];
    assert_eq!(statuses(&world, FORWARDED_FOR, &values).await, [409, 429]);
}
