//! A relay for a store, and what its steps are.

use relay::core::settings::Settings;
use relay::core::{Answer, Call, Decision, Head, Next, Relay, Reply, Step, TransportError};
use serde_json::Value;
use std::sync::Arc;

pub const ORIGIN: &str = "https://shop.example";
pub const TOKEN: &str = "secret_abcdefghijklmnop";
pub const CREATE: &str = "/signup/api/v3/1003/customers";

const ECWID: [(&str, &str); 4] = [
    ("origins", ORIGIN),
    ("base_path", "/signup"),
    ("ecwid_store", "1003"),
    ("ecwid_token", TOKEN),
];

pub fn settings(pairs: &[(&str, &str)]) -> Arc<Settings> {
    let owned = pairs
        .iter()
        .map(|(name, value)| (name.to_string(), value.to_string()));
    Arc::new(Settings::new(owned))
}

/// A relay for Ecwid, with more settings.
pub fn ecwid(more: &[(&str, &str)]) -> Relay {
    let settings = settings(&[&ECWID, more].concat());
    Relay::new(&settings).map(|(relay, _)| relay).unwrap()
}

/// The sentences about these settings beside those of Ecwid.
pub fn mistakes(more: &[(&str, &str)]) -> Vec<String> {
    let settings = settings(&[&ECWID, more].concat());
    Relay::new(&settings).err().unwrap_or_default()
}

/// What a page of the shop sends.
pub fn post(target: &str) -> Head<'_> {
    Head {
        method: "POST",
        target,
        origin: Some(ORIGIN),
        media: Some("application/json"),
        length: None,
    }
}

/// The answer to a request whose body nobody reads.
pub fn refused(relay: &Relay, head: &Head<'_>) -> Answer {
    match relay.receive(head) {
        Decision::Answer(answer) => relay.finish(head.origin, answer),
        Decision::Read(_) => panic!("{head:?} is not refused"),
    }
}

/// The first step for a body.
pub fn begin(relay: &Relay, target: &str, body: &[u8]) -> Step {
    match relay.receive(&post(target)) {
        Decision::Read(bound) => bound.begin(body),
        Decision::Answer(answer) => panic!("{answer:?}"),
    }
}

/// The call of a step, and what reads its answer.
pub fn call(step: Step) -> (Call, Next) {
    match step {
        Step::Send(call, next) => (call, next),
        Step::Answer(answer) => panic!("{answer:?}"),
        Step::Token(..) => panic!("a token is wanted"),
    }
}

/// The answer of a last step.
pub fn answer(step: Step) -> Answer {
    match step {
        Step::Answer(answer) => answer,
        Step::Send(call, _) => panic!("{call:?}"),
        Step::Token(..) => panic!("a token is wanted"),
    }
}

/// The body that goes to the vendor.
pub fn sent(call: &Call) -> Value {
    let (_, body) = call.body.as_ref().unwrap();
    serde_json::from_str(body.expose()).unwrap()
}

pub fn reply(status: u16, body: &str) -> Result<Reply, TransportError> {
    Ok(Reply {
        status,
        retry_after: None,
        body: body.into(),
    })
}
