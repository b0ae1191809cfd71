//! The error responses of Ecwid.

use axum::http::StatusCode;
use serde_json::json;

use crate::response::{self, Response};

/// An error with a code and a message.
pub(super) fn error(status: StatusCode, code: &str, message: &str) -> Response {
    response::json(
        status,
        &json!({ "errorMessage": message, "errorCode": code }),
    )
}

/// The response to a body with an invalid field.
pub(super) fn wrong_parameter(message: &str) -> Response {
    error(StatusCode::BAD_REQUEST, "WRONG_PARAMETER", message)
}

/// The response to a token without the scope `create_customers`.
pub(super) fn out_of_scope() -> Response {
    let message = "The token needs the scope create_customers";
    error(StatusCode::FORBIDDEN, "INSUFFICIENT_APP_SCOPE", message)
}
