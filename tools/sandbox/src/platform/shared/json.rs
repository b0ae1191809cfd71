//! Reading members of JSON objects.

use serde_json::Value;

/// The string `object[name]`; empty if it is missing or of another type.
pub(crate) fn text<'a>(object: &'a Value, name: &str) -> &'a str {
    object.get(name).and_then(Value::as_str).unwrap_or_default()
}
