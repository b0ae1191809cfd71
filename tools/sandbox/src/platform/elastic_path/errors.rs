//! The error responses of Elastic Path.

use axum::http::StatusCode;
use serde_json::{Value, json};

use crate::id;
use crate::response::{self, Response};

/// The response to invalid fields, each with a sentence of its own.
pub(super) fn invalid(details: &[String]) -> Response {
    let errors: Vec<Value> = details
        .iter()
        .map(|detail| json!({ "detail": detail, "title": "Failed Validation" }))
        .collect();
    response::json(
        StatusCode::UNPROCESSABLE_ENTITY,
        &json!({ "errors": errors }),
    )
}

/// An error with a title and a detail.
pub(super) fn error(status: StatusCode, title: &str, detail: &str) -> Response {
    let error = json!({ "status": status.as_u16(), "title": title, "detail": detail, "request_id": id::uuid() });
    response::json(status, &json!({ "errors": [error] }))
}
