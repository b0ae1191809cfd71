//! The parts that both releases of Medusa share: error responses, and the account of a customer.

use anyhow::Result;
use axum::http::StatusCode;
use serde::Serialize;
use serde_json::{Value, json};

use crate::account::{Account, AccountState, details, full_name};
use crate::response::{self, Response};

/// An error with a type and a message.
pub(crate) fn error(status: StatusCode, kind: &str, message: impl Into<String>) -> Response {
    response::json(status, &json!({ "type": kind, "message": message.into() }))
}

/// The refusal of a body with invalid values.
pub(crate) fn invalid_data(message: impl Into<String>) -> Response {
    error(StatusCode::BAD_REQUEST, "invalid_data", message)
}

/// The refusal of an email that another customer has.
pub(crate) fn duplicate(message: &str) -> Response {
    let body = json!({
        "code": "invalid_request_error",
        "type": "duplicate_error",
        "message": message,
    });
    response::json(StatusCode::UNPROCESSABLE_ENTITY, &body)
}

/// The body of an error that the request did not cause.
pub(crate) fn error_body(status: StatusCode) -> Value {
    match status {
        StatusCode::UNAUTHORIZED => json!({ "message": "Unauthorized" }),
        _ if status.is_server_error() => json!({
            "code": "unknown_error",
            "type": "unknown_error",
            "message": "An unknown error occurred.",
        }),
        _ => json!({ "type": "not_allowed", "message": status.canonical_reason() }),
    }
}

/// The account of a stored customer.
///
/// # Errors
/// When the record is not a JSON object.
pub(crate) fn account(customer: &impl Serialize, can_sign_in: bool) -> Result<Account> {
    let details = details(customer)?;
    let text = |name| details.get(name).and_then(Value::as_str);
    let owned = |name| text(name).unwrap_or_default().to_owned();
    let has_account = details.get("has_account") == Some(&Value::Bool(true));
    Ok(Account {
        id: owned("id"),
        email: owned("email"),
        name: full_name(text("first_name"), text("last_name")),
        state: if has_account {
            AccountState::Registered
        } else {
            AccountState::Guest
        },
        can_sign_in,
        created_at: owned("created_at"),
        details,
    })
}
