//! Clients that send slowly, too much, or nothing.

use crate::support::{ECWID, SHOP, World};
use relay::native::Times;
use std::time::Duration;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

async fn impatient() -> World {
    let short = Duration::from_millis(200);
    let times = move |general: &_| Times {
        head: short,
        body: short,
        ..Times::new(general)
    };
    World::with_times(&[], times).await
}

/// Sends bytes, and returns all that comes back until the relay closes.
async fn talk(world: &World, text: &str) -> String {
    let mut stream = TcpStream::connect(world.relay.address).await.unwrap();
    stream.write_all(text.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    // A close with bytes unread is an error after the answer.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8(answer).unwrap()
}

fn head(more: &str) -> String {
    format!(
        "POST /api/v3/1003/customers HTTP/1.1\r\nhost: relay\r\norigin: {SHOP}\r\n\
         content-type: application/json\r\n{more}\r\n\r\n"
    )
}

#[tokio::test]
async fn a_head_that_does_not_end_closes_the_connection() {
    let world = impatient().await;
    let answer = talk(&world, "POST / HTTP/1.1\r\nhost:").await;
    assert!(!answer.contains(" 200 "), "{answer}");
}

#[tokio::test]
async fn a_connection_without_a_request_is_closed() {
    assert_eq!(talk(&impatient().await, "").await, "");
}

#[tokio::test]
async fn a_body_that_does_not_come_is_408() {
    let world = impatient().await;
    let answer = talk(&world, &head("content-length: 90")).await;
    assert!(answer.starts_with("HTTP/1.1 408 "), "{answer}");
    assert_eq!(world.calls(ECWID, "create"), 0);
}

#[tokio::test]
async fn a_body_of_unknown_length_ends_at_16_kb() {
    let world = impatient().await;
    let piece = format!("1000\r\n{}\r\n", "x".repeat(0x1000));
    let text = head("transfer-encoding: chunked") + &piece.repeat(5);
    let answer = talk(&world, &text).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
    assert_eq!(world.calls(ECWID, "create"), 0);
}

#[tokio::test]
async fn an_announced_body_above_16_kb_is_refused_unread() {
    let answer = talk(&impatient().await, &head("content-length: 16385")).await;
    assert!(answer.starts_with("HTTP/1.1 413 "), "{answer}");
}
