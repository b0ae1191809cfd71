use super::excerpt::excerpt;
use crate::registration::json::{Json, read};

/// A response with a status and a body that the page can read.
#[derive(Clone, Debug)]
pub struct Reply {
    /// The HTTP status. A redirect is not followed and has the status 0.
    pub status: u16,
    /// The seconds of the header `Retry-After`, if the page may read it.
    pub retry_after: Option<u32>,
    /// The body. `Null` if it is not JSON.
    pub body: Json,
    /// The beginning of the body without tokens, for the owner.
    pub excerpt: String,
}

impl Reply {
    /// Reads a body. The excerpt has at most 200 characters. JSON is written without spaces first.
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

    /// Whether the status is 200 to 299.
    pub fn is_ok(&self) -> bool {
        (200..300).contains(&self.status)
    }
}
