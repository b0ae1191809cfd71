use super::secret::Secret;

/// A call to the vendor. A shell sends it once and follows no redirect.
#[derive(Clone, Debug)]
pub struct Call {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The absolute address. Nothing in it comes from a page.
    pub url: String,
    /// What goes behind `Bearer`.
    pub token: Option<Secret>,
    /// The content type and the body.
    pub body: Option<(&'static str, Secret)>,
}

impl Call {
    /// A `GET` call.
    pub fn get(url: String) -> Self {
        Self {
            method: "GET",
            url,
            token: None,
            body: None,
        }
    }

    /// A `POST` call with a body.
    pub fn post(url: String, media: &'static str, body: impl Into<String>) -> Self {
        Self {
            method: "POST",
            body: Some((media, Secret::new(body))),
            ..Self::get(url)
        }
    }

    /// Adds the bearer token.
    #[must_use]
    pub fn bearer(self, token: &Secret) -> Self {
        Self {
            token: Some(token.clone()),
            ..self
        }
    }
}

/// The vendor's answer. It has no `Debug`: tokens come in its body.
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// The header `Retry-After`.
    pub retry_after: Option<String>,
    /// The whole body.
    pub body: Vec<u8>,
}

impl Reply {
    /// Whether the status is one of 200 to 299.
    pub fn is_ok(&self) -> bool {
        (200..300).contains(&self.status)
    }
}

/// Why the vendor's answer did not come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TransportError {
    /// There was no connection. The vendor got nothing.
    Unreachable,
    /// The connection broke off. The vendor may have done what the call says.
    Cut,
    /// The time was over. The vendor may have done what the call says.
    TimedOut,
}
