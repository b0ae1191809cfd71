//! What proves that an account is there, by platform: `tests/fixtures/<platform>/proof.json`.

use super::fixture::{PROOF, folder};
use serde_json::Value;
use std::collections::BTreeMap;
use std::fs;
use storefront_signup::registration::encoding::claims;
use storefront_signup::registration::http::Reply;

/// By the paths of the requests: where in the answer something has to stand, as JSON pointers.
/// `/token#/actor_id` is a claim in the token at `/token`.
pub struct Proof(BTreeMap<String, Vec<String>>);

impl Proof {
    /// The proofs of a platform.
    pub fn of(platform: &str) -> Self {
        let path = folder(platform).join(PROOF).with_extension("json");
        let text =
            fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        Self(
            serde_json::from_str(&text)
                .unwrap_or_else(|error| panic!("{}: {error}", path.display())),
        )
    }

    /// Whether an answer to a request proves an account.
    pub fn is_in(&self, path: &str, reply: &Reply) -> bool {
        let pointers = self
            .0
            .iter()
            .filter(|(start, _)| path.starts_with(*start))
            .flat_map(|(_, pointers)| pointers);
        let body = value(&reply.body.write());
        reply.is_ok() && pointers.into_iter().any(|pointer| stands(&body, pointer))
    }
}

fn stands(body: &Value, pointer: &str) -> bool {
    match pointer.split_once('#') {
        Some((token, claim)) => {
            let token = body
                .pointer(token)
                .and_then(Value::as_str)
                .unwrap_or_default();
            stands(&value(&claims(token).write()), claim)
        }
        None => match body.pointer(pointer) {
            Some(Value::String(text)) => !text.is_empty(),
            Some(Value::Bool(said)) => *said,
            Some(Value::Number(_)) => true,
            _ => false,
        },
    }
}

fn value(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}
