//! What a secret looks like.

/// Whether a value has the form of a key or token that belongs on a server: `sk_…`, `secret_…`.
pub fn has_shape(value: &str) -> bool {
    is_key(value) || begins(value, "secret_")
}

/// Whether a value has the form of a secret API key: `sk_…`, `sk-…`.
pub fn is_key(value: &str) -> bool {
    begins(value, "sk_") || begins(value, "sk-")
}

fn begins(value: &str, with: &str) -> bool {
    let start = value.trim().get(..with.len());
    start.is_some_and(|start| start.eq_ignore_ascii_case(with))
}
