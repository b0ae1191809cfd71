//! Tokens that a platform hands to any page, before it knows the shopper.
//!
//! They are described apart from a registration, so that one can be fetched while the shopper
//! still types, and shared by all forms of a page.

use super::failure::{Failure, Kind};
use crate::registration::http::{Answer, Reply, Request};
use crate::registration::secret::Secret;
use crate::registration::settings::Settings;

/// Where a platform's tokens come from.
pub struct TokenSource {
    /// The request for one, from the base address and the settings.
    pub request: fn(&str, &Settings) -> Request,
    /// Why a token that came can't be used.
    pub refuse: fn(&str) -> Option<Failure>,
}

/// A token and its lifetime.
#[derive(Debug)]
pub struct Token {
    /// What follows `Bearer` in a header.
    pub secret: Secret,
    /// The seconds until it expires.
    pub seconds: u32,
}

/// Which token a platform wants.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenRequest {
    /// Any that has not expired.
    Cached,
    /// Another one than before: the platform refused that.
    New,
}

/// The seconds that a token lasts where its answer does not say.
const SECONDS: u32 = 600;

impl TokenSource {
    /// Reads an answer of the shape that RFC 6749 gives it: `{access_token, expires_in}`.
    pub fn read(&self, answer: Answer) -> Result<Token, Failure> {
        let reply = answer?;
        let text = reply.body.get("access_token").as_str();
        if !reply.is_ok() || text.is_empty() {
            return Err(explain(&reply));
        }
        let seconds = reply.body.get("expires_in").as_id().parse();
        match (self.refuse)(text) {
            Some(failure) => Err(failure),
            None => Ok(Token {
                secret: Secret::new(text),
                seconds: seconds.unwrap_or(SECONDS),
            }),
        }
    }
}

fn explain(reply: &Reply) -> Failure {
    match reply.status {
        400 | 401 | 403 | 422 => {
            let failure = Failure::from_reply(Kind::RejectedCredentials, reply);
            failure.explain(
                "The platform gives no token for `client-id`, and `scope` where it has one.",
            )
        }
        _ => Failure::from_status(reply),
    }
}
