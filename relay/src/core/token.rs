use super::call::{Call, Reply};
use super::secret::Secret;
use super::settings::Settings;
use serde_json::Value;

/// Where a platform's tokens come from. The shell keeps one for all requests.
pub struct TokenSource {
    /// The call for one.
    pub request: fn(&Settings) -> Call,
}

/// A token and how long it lasts.
#[derive(Clone, Debug)]
pub struct Token {
    /// What goes behind `Bearer`.
    pub text: Secret,
    /// The seconds that it lasts.
    pub seconds: u64,
}

/// The token that a route asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenRequest {
    /// The one that the shell keeps, or a new one.
    Cached,
    /// Another one than this: the vendor refused it.
    Replacement(Secret),
}

/// The seconds that a token lasts where its answer does not say.
const SECONDS: u64 = 600;

impl Token {
    /// Reads an answer of the shape that RFC 6749 gives it: `{access_token, expires_in}`.
    pub fn read(reply: &Reply) -> Option<Self> {
        if !reply.is_ok() {
            return None;
        }
        let body: Value = serde_json::from_slice(&reply.body).ok()?;
        let text = body.get("access_token")?.as_str()?;
        // What can't stand in a header is no token.
        let is_token = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        is_token.then(|| Self {
            text: Secret::new(text),
            seconds: body
                .get("expires_in")
                .and_then(Value::as_u64)
                .unwrap_or(SECONDS),
        })
    }
}
