//! Ecwid: one request creates the customer. Its token is the owner's secret.

mod customers;
mod errors;
mod fields;

use anyhow::Result;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::contract::{Platform, respond_with_cors};
use super::samples;
use crate::account::{Account, Credential, Group};
use crate::context::Context;
use crate::request::Request;
use crate::response::Response;
use crate::store::Store;
use errors::error;

/// A store that sends its customers a sign-in link.
pub const STORE_ID: &str = "1003";
/// A store whose customers sign in with a password.
pub const LEGACY_STORE_ID: &str = "1004";
/// A token with the scope `create_customers`, for both stores.
pub const TOKEN: &str = "secret_QmN7vD2sKxY4tRb8WcHfJz6LpGe3Au5T";

/// Ecwid by Lightspeed.
pub(crate) struct Ecwid;

impl Platform for Ecwid {
    fn id(&self) -> &'static str {
        "ecwid"
    }

    fn name(&self) -> &'static str {
        "Ecwid"
    }

    fn steps(&self) -> &'static [&'static str] {
        &["create"]
    }

    fn areas(&self) -> &'static [&'static str] {
        &["api"]
    }

    fn step(&self, request: &Request) -> Option<&'static str> {
        (request.method == "POST" && store_id(request).is_some()).then_some("create")
    }

    fn respond(&self, request: &Request, context: &Context) -> Result<Response> {
        respond_with_cors(self, request, context, || self.handle(request, context))
    }

    fn error_body(&self, status: StatusCode) -> Value {
        let code = match status {
            StatusCode::TOO_MANY_REQUESTS => "RATE_LIMITED",
            StatusCode::FORBIDDEN => "INSUFFICIENT_APP_SCOPE",
            StatusCode::PAYMENT_REQUIRED => "NOT_AVAILABLE_ON_CURRENT_PLAN",
            StatusCode::REQUEST_TIMEOUT => "TIMEOUT",
            StatusCode::CONFLICT => "CONSTRAINT_VIOLATION",
            _ if status.is_server_error() => "INTERNAL_ERROR",
            _ => "WRONG_PARAMETER",
        };
        json!({ "errorMessage": status.canonical_reason(), "errorCode": code })
    }

    fn expired_token(&self) -> Response {
        error(
            StatusCode::FORBIDDEN,
            "INVALID_API_TOKEN",
            "The token is not valid",
        )
    }

    fn accounts(&self, store: &Store) -> Result<Vec<Account>> {
        customers::accounts(store)
    }

    fn groups(&self, store: &Store) -> Result<Vec<Group>> {
        customers::groups(store)
    }

    fn credentials(&self) -> &'static [Credential] {
        const {
            &[
                Credential::attribute("store-id", STORE_ID),
                Credential::attribute("token", TOKEN),
                Credential::owner("store with passwords", LEGACY_STORE_ID),
                samples::TAKEN,
            ]
        }
    }

    fn seed(&self, store: &Store) -> Result<()> {
        customers::seed(store)
    }
}

impl Ecwid {
    /// Checks the store first, then the token, then the body.
    fn handle(&self, request: &Request, context: &Context) -> Result<Response> {
        let Some(store_id) = store_id(request) else {
            return Ok(error(StatusCode::NOT_FOUND, "NOT_FOUND", "Not found"));
        };
        if ![STORE_ID, LEGACY_STORE_ID].contains(&store_id) {
            return Ok(error(
                StatusCode::NOT_FOUND,
                "STORE_NOT_FOUND",
                "The store was not found",
            ));
        }
        match request.bearer() {
            Some(TOKEN) => {}
            Some(public) if public.starts_with("public_") => return Ok(errors::out_of_scope()),
            _ => return Ok(self.expired_token()),
        }
        if request.method != "POST" {
            return Ok(error(
                StatusCode::METHOD_NOT_ALLOWED,
                "METHOD_NOT_ALLOWED",
                "Method not allowed",
            ));
        }
        if request.media_type() != "application/json" {
            let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
            return Ok(error(
                status,
                "UNSUPPORTED_MEDIA_TYPE",
                "Content-Type must be application/json",
            ));
        }
        customers::create(request, store_id == LEGACY_STORE_ID, context)
    }
}

/// The store id of `/api/v3/{storeId}/customers`; `None` on any other path.
fn store_id(request: &Request) -> Option<&str> {
    request
        .path
        .trim_end_matches('/')
        .strip_prefix("/api/v3/")?
        .strip_suffix("/customers")
        .filter(|id| !id.contains('/'))
}
