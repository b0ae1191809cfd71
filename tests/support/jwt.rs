//! Tokens as fixtures write them: their claims, instead of what nobody can read.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use serde_json::{Value, json};

/// A JSON Web Token with the given claims. Its signature is none.
pub fn encode(claims: &Value) -> String {
    let header = json!({"alg": "HS256", "typ": "JWT"});
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    [&part(&header), ".", &part(claims), ".c2lnbmF0dXJl"].concat()
}

/// Writes out `{"$jwt": claims}` as a token and `{"$bearer": claims}` as a header with it, at any depth.
pub fn expand(value: Value) -> Value {
    match value {
        Value::Object(members) => match members.iter().next() {
            Some((key, claims)) if key == "$jwt" => Value::String(encode(claims)),
            Some((key, claims)) if key == "$bearer" => {
                Value::String(format!("Bearer {}", encode(claims)))
            }
            _ => members
                .into_iter()
                .map(|(key, member)| (key, expand(member)))
                .collect(),
        },
        Value::Array(items) => items.into_iter().map(expand).collect(),
        other => other,
    }
}
