//! Passwords and tokens, and what they look like.

use std::fmt::{self, Debug, Display, Formatter};

/// A shorter run is a word that only begins like a key.
const SHORTEST: usize = 8;

/// Longer than a UUID, shorter than any platform's token.
const SHORTEST_TOKEN: usize = 37;

/// The words in the names of headers, attributes and members that hold a secret.
const NAMES: [&str; 5] = ["password", "secret", "token", "authorization", "cookie"];

/// A password or a token. Only [`Secret::expose`] gives its text.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps the text of a secret.
    pub fn new(text: impl Into<String>) -> Self {
        Self(text.into())
    }

    /// The text, for the header or the body of a request.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl Debug for Secret {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("Secret(…)")
    }
}

impl Display for Secret {
    fn fmt(&self, formatter: &mut Formatter<'_>) -> fmt::Result {
        formatter.write_str("…")
    }
}

/// Whether a value begins like a key or a token that belongs on a server: `sk_…`, `sk-…`, `secret_…`.
pub fn is_server_secret(value: &str) -> bool {
    is_secret_key(value) || begins(value, "secret_")
}

/// Whether a value begins like a secret API key: `sk_…`, `sk-…`.
pub fn is_secret_key(value: &str) -> bool {
    begins(value, "sk_") || begins(value, "sk-")
}

/// Whether a run of characters without a space looks like a JSON Web Token, a secret key or a token.
pub fn has_shape(run: &str) -> bool {
    run.len() >= SHORTEST && (run.starts_with("eyJ") || is_server_secret(run))
}

/// Whether a run of characters without a space could be a token: it looks like one, or it is longer
/// than a word and than a UUID.
pub fn may_be_token(run: &str) -> bool {
    run.len() >= SHORTEST_TOKEN || has_shape(run)
}

/// Whether the value of a header, an attribute or a member is a secret, judged by its name.
pub fn is_named(name: &str) -> bool {
    let name = name.to_ascii_lowercase();
    let is_about_one = ["_id", "-id", "_type", "-endpoint", "-url"]
        .iter()
        .any(|end| name.ends_with(end));
    // A permission that is named after a secret, such as `allow-exposed-token`.
    let is_about_one = is_about_one || name.starts_with("allow-");
    !is_about_one && NAMES.iter().any(|word| name.contains(word))
}

fn begins(value: &str, with: &str) -> bool {
    let start = value.trim().get(..with.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(with))
}
