//! The error responses of Commerce Layer.

use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::media_type;
use crate::response::{self, Response};

/// An attribute that breaks a rule: `reason` is the rule's short name, `words` what is said of the attribute.
pub(super) fn invalid(name: &str, value: Option<&Value>, reason: &str, words: &str) -> Value {
    json!({
        "title": words,
        "detail": format!("{name} - {words}"),
        "code": "VALIDATION_ERROR",
        "source": { "pointer": format!("/data/attributes/{name}") },
        "status": "422",
        "meta": { "error": reason, "value": value },
    })
}

/// A relationship that names no resource of the right type.
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

/// Refuses attributes that break rules.
pub(super) fn unprocessable(problems: Vec<Value>) -> Response {
    list(StatusCode::UNPROCESSABLE_ENTITY, problems)
}

/// Attributes that have to be texts, or an object for `metadata`, and are not.
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

/// The body of an error without a place in the request.
pub(super) fn error(status: StatusCode, code: &str, title: &str, detail: &str) -> Value {
    let error = json!({ "title": title, "detail": detail, "code": code, "status": status.as_u16().to_string() });
    json!({ "errors": [error] })
}

/// An answer with such a body.
pub(super) fn refusal(status: StatusCode, code: &str, title: &str, detail: &str) -> Response {
    media_type::document(status, &error(status, code, title, detail))
}

/// A member that the resource does not have.
pub(super) fn not_allowed(place: &str, name: &str) -> Value {
    json!({
        "title": "Param not allowed",
        "detail": format!("{name} is not allowed."),
        "code": "PARAM_NOT_ALLOWED",
        "source": { "pointer": format!("{place}/{name}") },
        "status": "400",
    })
}

/// The refusal of a document that can't be read.
pub(super) fn bad_request(code: &str, title: &str, detail: &str) -> Response {
    refusal(StatusCode::BAD_REQUEST, code, title, detail)
}

/// Several errors in one response.
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

/// The response to a token that may not do this.
pub(super) fn denied() -> Response {
    refusal(
        StatusCode::UNAUTHORIZED,
        "UNAUTHORIZED",
        "Access denied",
        "You are not authorized to perform this action on the requested resource.",
    )
}

/// An error of the auth endpoint: unlike elsewhere, its status is a number.
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
