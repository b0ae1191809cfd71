//! Request bodies: the object under `data`, and the checks of its fields.

use axum::http::StatusCode;
use serde_json::Value;

use super::errors::{error, invalid};
use crate::request::Request;
use crate::response::Response;

/// Refuses a body that is not JSON or has members besides `data`.
pub(super) fn envelope_error(request: &Request) -> Option<Response> {
    if request.media_type() != "application/json" {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Some(error(
            status,
            "Unsupported Media Type",
            "The body has to be JSON.",
        ));
    }
    let body: Value = serde_json::from_slice(&request.body).ok()?;
    let members = body.as_object()?.keys();
    let others: Vec<String> = members
        .filter(|name| *name != "data")
        .map(|name| format!("The {name} field is not allowed."))
        .collect();
    (!others.is_empty()).then(|| invalid(&others))
}

/// The member `data`; null if it is missing.
pub(super) fn data(request: &Request) -> Value {
    serde_json::from_slice::<Value>(&request.body)
        .ok()
        .and_then(|body| body.get("data").cloned())
        .unwrap_or_default()
}

/// Refuses `data` if required fields are missing or empty. Each gets an error of its own.
pub(super) fn missing_fields(data: &Value, required: &[&str]) -> Option<Response> {
    let is_present = |name: &str| {
        data.get(name)
            .and_then(Value::as_str)
            .is_some_and(|text| !text.is_empty())
    };
    let details: Vec<String> = required
        .iter()
        .filter(|name| !is_present(name))
        .map(|name| format!("The data.{name} field is required."))
        .collect();
    (!details.is_empty()).then(|| invalid(&details))
}

/// Refuses `data` if it has unknown fields. Each gets an error of its own.
pub(super) fn unknown_fields(data: &Value, known: &[&str]) -> Option<Response> {
    let fields = data.as_object()?;
    let unknown = fields.keys().filter(|name| !known.contains(&name.as_str()));
    let details: Vec<String> = unknown
        .map(|name| format!("The data.{name} field is not allowed."))
        .collect();
    (!details.is_empty()).then(|| invalid(&details))
}
