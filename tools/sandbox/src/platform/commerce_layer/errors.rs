//! The error responses of Commerce Layer.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::media_type;
use crate::response::{self, Response};

/// The error of an invalid attribute. `reason` is the name of the rule, `message` completes the attribute's name.
pub(super) fn invalid(name: &str, value: Option<&Value>, reason: &str, message: &str) -> Value {
    json!({
        "title": message,
        "detail": format!("{name} - {message}"),
        "code": "VALIDATION_ERROR",
        "source": { "pointer": format!("/data/attributes/{name}") },
        "status": "422",
        "meta": { "error": reason, "value": value },
    })
}

/// The error of a relationship without a resource of the right type.
pub(super) fn malformed(name: &str) -> Value {
    json!({
        "title": "is invalid",
        "detail": format!("{name} - is invalid"),
        "code": "VALIDATION_ERROR",
        "source": { "pointer": format!("/data/relationships/{name}") },
        "status": "422",
        "meta": { "error": "invalid" },
    })
}

/// The response to invalid attributes.
pub(super) fn unprocessable(errors: Vec<Value>) -> Response {
    list(StatusCode::UNPROCESSABLE_ENTITY, errors)
}

/// The errors of attributes with the wrong type: `metadata` is an object, all others are strings.
pub(super) fn wrong_types(attributes: &Map<String, Value>) -> Vec<Value> {
    let is_wrong = |(name, value): &(&String, &Value)| match name.as_str() {
        "metadata" => !value.is_object() && !value.is_null(),
        _ => !value.is_string() && !value.is_null(),
    };
    attributes
        .iter()
        .filter(is_wrong)
        .map(|(name, value)| invalid(name, Some(value), "invalid", "is invalid"))
        .collect()
}

/// The body of an error without a pointer.
pub(super) fn error(status: StatusCode, code: &str, title: &str, detail: &str) -> Value {
    let error = json!({ "title": title, "detail": detail, "code": code, "status": status.as_u16().to_string() });
    json!({ "errors": [error] })
}

/// The response with such a body.
pub(super) fn refusal(status: StatusCode, code: &str, title: &str, detail: &str) -> Response {
    media_type::document(status, &error(status, code, title, detail))
}

/// The error of a member that the resource does not have.
pub(super) fn not_allowed(place: &str, name: &str) -> Value {
    json!({
        "title": "Param not allowed",
        "detail": format!("{name} is not allowed."),
        "code": "PARAM_NOT_ALLOWED",
        "source": { "pointer": format!("{place}/{name}") },
        "status": "400",
    })
}

/// The response to a document that the server can't read.
pub(super) fn bad_request(code: &str, title: &str, detail: &str) -> Response {
    refusal(StatusCode::BAD_REQUEST, code, title, detail)
}

/// A response with several errors.
pub(super) fn list(status: StatusCode, errors: Vec<Value>) -> Response {
    media_type::document(status, &json!({ "errors": errors }))
}

/// The response to a request whose token is missing, wrong or expired.
pub(super) fn invalid_token() -> Response {
    refusal(
        StatusCode::UNAUTHORIZED,
        "INVALID_TOKEN",
        "Invalid token",
        "The access token you provided is invalid.",
    )
}

/// The response to a token without the permission.
pub(super) fn denied() -> Response {
    refusal(
        StatusCode::UNAUTHORIZED,
        "UNAUTHORIZED",
        "Access denied",
        "You are not authorized to perform this action on the requested resource.",
    )
}

/// An error of the auth endpoint. Its status is a number, and not a string as elsewhere.
pub(super) fn auth_error(status: StatusCode, title: &str, detail: &str) -> Response {
    let code = if status == StatusCode::UNAUTHORIZED {
        "UNAUTHORIZED"
    } else {
        "BAD_REQUEST"
    };
    let error =
        json!({ "title": title, "detail": detail, "code": code, "status": status.as_u16() });
    response::json(status, &json!({ "errors": [error] }))
}
