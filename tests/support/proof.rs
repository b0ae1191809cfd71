//! What proves that an account is there, by platform: `tests/fixtures/<platform>/proof.json`.

use super::fixture::{PROOF, folder};
use std::collections::BTreeMap;
use std::fs;
use storefront_signup::registration::encoding::claims;
use storefront_signup::registration::http::Reply;
use storefront_signup::registration::json::Json;

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
        reply.is_ok()
            && pointers
                .into_iter()
                .any(|pointer| stands(&reply.body, pointer))
    }
}

/// Not by serde_json, which refuses a whole body for a number that is out of its range.
fn stands(body: &Json, pointer: &str) -> bool {
    if let Some((token, claim)) = pointer.split_once('#') {
        return stands(&claims(at(body, token).as_str()), claim);
    }
    match at(body, pointer) {
        Json::Text(text) => !text.is_empty(),
        Json::Bool(said) => *said,
        Json::Number(_) => true,
        _ => false,
    }
}

fn at<'a>(body: &'a Json, pointer: &str) -> &'a Json {
    let names = pointer.split('/').skip(1);
    names.fold(body, |json, name| json.get(name))
}
