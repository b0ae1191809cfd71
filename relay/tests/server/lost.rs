//! The store's side cuts, hangs, or is not there. Nothing is created twice.

use crate::support::{ECWID, Reply, World};
use relay::native::Times;
use sandbox::{Effect, When};
use std::time::Duration;

const ADA: &str = "ada@example.com";

/// Registers over a connection that is open already, where a client might try again by itself.
async fn register_with(effect: Effect) -> (World, Reply) {
    let world = World::open(&[]).await;
    assert_eq!(world.register("first@example.com").await.status, 200);
    world.fail(effect);
    let reply = world.register(ADA).await;
    (world, reply)
}

#[tokio::test]
async fn a_cut_answer_ends_as_502_and_the_call_went_out_once() {
    for (effect, created) in [
        (Effect::CutBefore, 0),
        (Effect::CutAfter, 1),
        (Effect::CutBody, 1),
    ] {
        let (world, reply) = register_with(effect).await;
        assert_eq!((reply.status, reply.code().as_str()), (502, "UNCONFIRMED"));
        assert_eq!(
            (world.calls(ECWID, "create"), world.accounts(ECWID, ADA)),
            (2, created)
        );
        assert_eq!(world.register("next@example.com").await.status, 200);
    }
}

#[tokio::test]
async fn a_store_that_hangs_ends_as_502_and_the_call_went_out_once() {
    let short = |general: &_| Times {
        upstream: Duration::from_millis(300),
        ..Times::new(general)
    };
    let world = World::with_times(&[], short).await;
    world.fail(Effect::Hang { when: When::After });
    let reply = world.register(ADA).await;
    assert_eq!((reply.status, reply.code().as_str()), (502, "UNCONFIRMED"));
    assert_eq!(
        (world.calls(ECWID, "create"), world.accounts(ECWID, ADA)),
        (1, 1)
    );
}

#[tokio::test]
async fn a_store_that_is_not_there_ends_as_502() {
    // The port 9 discards on machines of long ago. Nothing listens there today.
    let world = World::open(&[("ecwid_url", "http://127.0.0.1:9")]).await;
    let reply = world.register(ADA).await;
    assert_eq!((reply.status, reply.code().as_str()), (502, "UNREACHABLE"));
}

#[tokio::test]
async fn an_answer_without_end_is_lost() {
    let (world, reply) = register_with(Effect::Status {
        code: 400,
        body: sandbox::BodyKind::Large,
        retry_after: None,
        readable: false,
    })
    .await;
    assert_eq!((reply.status, reply.code().as_str()), (502, "UNCONFIRMED"));
    assert_eq!(world.accounts(ECWID, ADA), 0);
}
