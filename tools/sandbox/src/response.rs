//! Responses of a platform, and functions that build them.

use axum::body::Bytes;
use axum::http::StatusCode;
use axum::http::header::{CONTENT_TYPE, HeaderName, HeaderValue};
use serde::Serialize;

/// A complete response, before a fault changes it.
pub(crate) type Response = axum::http::Response<Bytes>;

/// A JSON response.
pub(crate) fn json(status: StatusCode, body: &impl Serialize) -> Response {
    typed_json(status, "application/json; charset=utf-8", body)
}

/// A JSON response with another content type.
pub(crate) fn typed_json(
    status: StatusCode,
    content_type: &'static str,
    body: &impl Serialize,
) -> Response {
    match serde_json::to_vec(body) {
        Ok(bytes) => with_body(status, content_type, bytes),
        Err(error) => text(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
    }
}

/// An HTML response.
pub(crate) fn html(status: StatusCode, body: impl Into<Bytes>) -> Response {
    with_body(status, "text/html; charset=utf-8", body)
}

/// A plain text response.
pub(crate) fn text(status: StatusCode, body: impl Into<Bytes>) -> Response {
    with_body(status, "text/plain; charset=utf-8", body)
}

/// A response without a body.
pub(crate) fn empty(status: StatusCode) -> Response {
    let mut response = axum::http::Response::new(Bytes::new());
    *response.status_mut() = status;
    response
}

/// Sets a header. Ignores a value that HTTP forbids.
pub(crate) fn set(response: &mut Response, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        response.headers_mut().insert(name, value);
    }
}

fn with_body(status: StatusCode, content_type: &'static str, body: impl Into<Bytes>) -> Response {
    let mut response = axum::http::Response::new(body.into());
    *response.status_mut() = status;
    response
        .headers_mut()
        .insert(CONTENT_TYPE, HeaderValue::from_static(content_type));
    response
}
