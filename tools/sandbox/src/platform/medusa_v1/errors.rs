//! The error responses of Medusa v1.

use axum::http::StatusCode;

use crate::platform::shared::medusa::invalid_data;
use crate::response::{self, Response};

/// The response to a body with invalid fields.
pub(super) fn invalid(problems: &[String]) -> Response {
    invalid_data(problems.join(", "))
}

/// The response to a request without a valid token or session.
pub(super) fn unauthorized() -> Response {
    response::text(StatusCode::UNAUTHORIZED, "Unauthorized")
}
