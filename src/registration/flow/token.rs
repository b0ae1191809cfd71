//! Tokens that a platform gives to any page, before it knows the shopper.
//!
//! They are not part of a registration: the widget fetches a token while the shopper still types, and
//! all forms of a page share it.

use super::failure::{Failure, Kind};
use crate::registration::http::{Answer, Reply, Request};
use crate::registration::secret::Secret;
use crate::registration::settings::Settings;

/// How to get a token of a platform.
pub struct TokenSource {
    /// Builds the request for a token from the base URL and the settings.
    pub request: fn(&str, &Settings) -> Request,
    /// Returns a failure for a token that must not be used.
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
    /// A token from the cache, if it has not expired.
    Cached,
    /// A new token, because the platform refused the last one.
    New,
}

/// The lifetime of a token in seconds, if the response has none.
const SECONDS: u32 = 600;

impl TokenSource {
    /// Reads the response that RFC 6749 defines: `{access_token, expires_in}`.
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
            failure
                .explain("The platform issues no token for the attributes `client-id` and `scope`.")
        }
        _ => Failure::from_status(reply),
    }
}
