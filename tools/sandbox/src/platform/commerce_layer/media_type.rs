//! The media type of JSON:API.

use axum::http::StatusCode;
use serde::Serialize;

use crate::response::{self, Response};

/// The media type of requests and responses below `/api`.
pub(super) const MEDIA_TYPE: &str = "application/vnd.api+json";

/// A JSON:API document as a response.
pub(super) fn document(status: StatusCode, body: &impl Serialize) -> Response {
    response::typed_json(status, MEDIA_TYPE, body)
}
