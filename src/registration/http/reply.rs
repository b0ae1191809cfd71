use super::excerpt::excerpt;
use crate::registration::json::{Json, read};

/// An answer of which status and body could be read.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status, 0 for a redirect, which is not followed.
    pub status: u16,
    /// Seconds to wait, where the page may read the header `Retry-After`.
    pub retry_after: Option<u32>,
    /// The body, `Null` where it is no JSON.
    pub body: Json,
    /// The beginning of the body's text without tokens, for the owner.
    pub excerpt: String,
}

impl Reply {
    /// Reads a body. The excerpt keeps 200 characters of it, JSON without needless escapes and spaces.
    pub fn new(status: u16, retry_after: Option<u32>, text: &str) -> Self {
        let body = read(text);
        Self {
            status,
            retry_after,
            excerpt: match &body {
                Some(body) => excerpt(&body.write()),
                None => excerpt(text),
            },
            body: body.unwrap_or(Json::Null),
        }
    }

    /// Whether the status is one of 200 to 299.
    pub fn is_ok(&self) -> bool {
        (200..300).contains(&self.status)
    }
}
