//! Medusa v2: a shopper registers an identity, creates its customer, and signs in.

mod auth;
mod errors;
mod records;
mod store_api;

use anyhow::Result;
use axum::http::{Method, StatusCode};
use serde_json::Value;

use super::contract::{Platform, add_cors_headers};
use super::samples::{self, ADMIN_EMAIL, ADMIN_PASSWORD};
use super::shared::{self, express};
use crate::account::{Account, Credential};
use crate::context::Context;
use crate::cors;
use crate::request::Request;
use crate::response::{self, Response};
use crate::store::Store;

/// The only publishable key of the store.
pub const PUBLISHABLE_KEY: &str = "pk_5a4dbc0f3ad7e1c2906bb81efa2c7d40e6935b17f8a0c4d2";

const ID: &str = "medusa";
const KEY_HEADER: &str = "x-publishable-api-key";
const KEY_MISSING: &str = "Publishable API key required in the request header: x-publishable-api-key. You can manage your keys in settings in the dashboard.";
const KEY_WRONG: &str = "A valid publishable key is required to proceed with the request";
const METHODS: [Method; 3] = [Method::GET, Method::POST, Method::DELETE];

/// Medusa v2.
pub(crate) struct Medusa;

impl Platform for Medusa {
    fn id(&self) -> &'static str {
        ID
    }

    fn name(&self) -> &'static str {
        "Medusa"
    }

    fn steps(&self) -> &'static [&'static str] {
        &[
            "register",
            "sign-in",
            "create",
            "refresh",
            "session",
            "sign-out",
            "me",
            "reset-password",
        ]
    }

    fn areas(&self) -> &'static [&'static str] {
        &["store", "auth"]
    }

    fn area(&self, request: &Request) -> &'static str {
        if request.path.starts_with("/auth/") {
            "auth"
        } else {
            "store"
        }
    }

    fn step(&self, request: &Request) -> Option<&'static str> {
        route(&request.method, &request.segments())
    }

    fn respond(&self, request: &Request, context: &Context) -> Result<Response> {
        if request.is_preflight() {
            return Ok(self.preflight(request, context));
        }
        let body = match express::body(request, true) {
            Ok(body) => body.unwrap_or(Value::Null),
            Err(error) => return Ok(errors::unreadable_body(&error)),
        };
        let step = self.step(request);
        let mut response = match (refuse_key(request), step) {
            (Some(refusal), _) => refusal,
            (None, Some(step)) => handle(step, request, &body, context)?,
            (None, None) => express::not_found(request),
        };
        if step.is_some() {
            add_cors_headers(self, request, context, &mut response);
        }
        Ok(response)
    }

    fn error_body(&self, status: StatusCode) -> Value {
        shared::medusa::error_body(status)
    }

    fn expired_token(&self) -> Response {
        errors::unauthorized()
    }

    fn accounts(&self, store: &Store) -> Result<Vec<Account>> {
        records::accounts(store)
    }

    fn credentials(&self) -> &'static [Credential] {
        const {
            &[
                Credential::attribute("publishable-key", PUBLISHABLE_KEY),
                samples::TAKEN,
                samples::PASSWORD,
                samples::GUEST,
                Credential::owner("administrator's email", ADMIN_EMAIL),
                Credential::owner("administrator's password", ADMIN_PASSWORD),
            ]
        }
    }

    fn seed(&self, store: &Store) -> Result<()> {
        records::seed(store)
    }
}

impl Medusa {
    /// Known paths allow preflights. Other paths refuse them, because a preflight has no publishable key.
    fn preflight(&self, request: &Request, context: &Context) -> Response {
        let segments = request.segments();
        if METHODS
            .iter()
            .any(|method| route(method, &segments).is_some())
        {
            return cors::preflight(request, &context.origins(self.area(request)));
        }
        refuse_key(request).unwrap_or_else(|| express::not_found(request))
    }
}

/// The step of a request with this method and path.
fn route(method: &Method, segments: &[String]) -> Option<&'static str> {
    let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
    match (method.as_str(), segments.as_slice()) {
        ("POST", ["auth", "token", "refresh"]) => Some("refresh"),
        ("POST", ["auth", "session"]) => Some("session"),
        ("DELETE", ["auth", "session"]) => Some("sign-out"),
        ("POST", ["auth", _, _]) => Some("sign-in"),
        ("POST", ["auth", _, _, "register"]) => Some("register"),
        ("POST", ["auth", _, _, "reset-password"]) => Some("reset-password"),
        ("POST", ["store", "customers"]) => Some("create"),
        ("GET", ["store", "customers", "me"]) => Some("me"),
        _ => None,
    }
}

fn handle(step: &str, request: &Request, body: &Value, context: &Context) -> Result<Response> {
    match step {
        "register" => auth::register(request, body, context),
        "sign-in" => auth::sign_in(request, body, context),
        "refresh" => auth::refresh(request, context),
        "session" => auth::start_session(request, context),
        "sign-out" => auth::end_session(request, context),
        "create" => store_api::create(request, body, context),
        "me" => store_api::me(request, context),
        _ => Ok(response::text(StatusCode::CREATED, "Created")),
    }
}

/// Refuses a request to `/store` without the publishable key.
fn refuse_key(request: &Request) -> Option<Response> {
    if !request.path.starts_with("/store/") {
        return None;
    }
    match request.header(KEY_HEADER).unwrap_or_default() {
        PUBLISHABLE_KEY => None,
        "" => Some(errors::not_allowed(KEY_MISSING)),
        _ => Some(errors::not_allowed(KEY_WRONG)),
    }
}
