//! The error responses of Medusa v2.

use axum::http::StatusCode;
use serde_json::json;

use crate::platform::shared::express::BodyError;
use crate::platform::shared::medusa::error;
use crate::response::{self, Response};

/// The response to a body that can't be parsed.
pub(super) fn unreadable_body(problem: &BodyError) -> Response {
    response::json(
        problem.status,
        &json!({ "message": problem.message, "type": "invalid_data" }),
    )
}

/// The response to a request without a valid token or session.
pub(super) fn unauthorized() -> Response {
    response::json(
        StatusCode::UNAUTHORIZED,
        &json!({ "message": "Unauthorized" }),
    )
}

/// The response to a request without a valid publishable key.
pub(super) fn not_allowed(message: &str) -> Response {
    error(StatusCode::BAD_REQUEST, "not_allowed", message)
}

/// The response to credentials that can't be used.
pub(super) fn refused_credentials(message: &str) -> Response {
    error(StatusCode::UNAUTHORIZED, "unauthorized", message)
}
