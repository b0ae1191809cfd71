//! Medusa v2: register an identity, create its customer, sign in.

mod auth;
mod records;
mod store_api;

use anyhow::Result;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::samples::{ADMIN_EMAIL, ADMIN_PASSWORD, GUEST_EMAIL, TAKEN_EMAIL, TAKEN_PASSWORD};
use super::{Platform, share};
use crate::account::{Account, Credential};
use crate::answer::{self, Answer};
use crate::call::Call;
use crate::shop::Shop;
use crate::store::Store;
use crate::{cors, express};

/// The one publishable key that the store knows.
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

    fn area(&self, call: &Call) -> &'static str {
        if call.path.starts_with("/auth/") {
            "auth"
        } else {
            "store"
        }
    }

    fn step(&self, call: &Call) -> Option<&'static str> {
        route(&call.method, &call.segments())
    }

    fn answer(&self, call: &Call, shop: &Shop) -> Result<Answer> {
        if call.is_preflight() {
            return Ok(self.preflight(call, shop));
        }
        let body = match express::body(call, true) {
            Ok(body) => body.unwrap_or(Value::Null),
            Err(error) => return Ok(unreadable_body(&error)),
        };
        let step = self.step(call);
        let mut answer = match (refuse_key(call), step) {
            (Some(refusal), _) => refusal,
            (None, Some(step)) => perform(step, call, &body, shop)?,
            (None, None) => express::not_found(call),
        };
        if step.is_some() {
            share(self, call, shop, &mut answer);
        }
        Ok(answer)
    }

    fn refusal(&self, status: StatusCode) -> Value {
        match status {
            StatusCode::UNAUTHORIZED => json!({ "message": "Unauthorized" }),
            _ if status.is_server_error() => {
                json!({ "code": "unknown_error", "type": "unknown_error", "message": "An unknown error occurred." })
            }
            _ => json!({ "type": "not_allowed", "message": status.canonical_reason() }),
        }
    }

    fn expired(&self) -> Answer {
        unauthorized()
    }

    fn accounts(&self, store: &Store) -> Result<Vec<Account>> {
        records::accounts(store)
    }

    fn credentials(&self) -> &'static [Credential] {
        const {
            &[
                Credential::attribute("publishable-key", PUBLISHABLE_KEY),
                Credential::shopper("taken email", TAKEN_EMAIL),
                Credential::shopper("its password", TAKEN_PASSWORD),
                Credential::shopper("guest's email", GUEST_EMAIL),
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
    /// Only known paths answer; any other one is refused for its missing key, which no preflight carries.
    fn preflight(&self, call: &Call, shop: &Shop) -> Answer {
        let segments = call.segments();
        if METHODS
            .iter()
            .any(|method| route(method, &segments).is_some())
        {
            return cors::preflight(call, &shop.origins(self.area(call)));
        }
        refuse_key(call).unwrap_or_else(|| express::not_found(call))
    }
}

/// The step that a request is, by method and path.
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

fn perform(step: &str, call: &Call, body: &Value, shop: &Shop) -> Result<Answer> {
    match step {
        "register" => auth::register(call, body, shop),
        "sign-in" => auth::sign_in(call, body, shop),
        "refresh" => auth::refresh(call, shop),
        "session" => auth::start_session(call, shop),
        "sign-out" => auth::end_session(call, shop),
        "create" => store_api::create(call, body, shop),
        "me" => store_api::me(call, shop),
        _ => Ok(answer::text(StatusCode::CREATED, "Created")),
    }
}

/// The refusal of a call to `/store` without the right key.
fn refuse_key(call: &Call) -> Option<Answer> {
    if !call.path.starts_with("/store/") {
        return None;
    }
    match call.header(KEY_HEADER).unwrap_or_default() {
        PUBLISHABLE_KEY => None,
        "" => Some(error(StatusCode::BAD_REQUEST, "not_allowed", KEY_MISSING)),
        _ => Some(error(StatusCode::BAD_REQUEST, "not_allowed", KEY_WRONG)),
    }
}

fn unreadable_body(problem: &express::BodyError) -> Answer {
    answer::json(
        problem.status,
        &json!({ "message": problem.message, "type": "invalid_data" }),
    )
}

fn error(status: StatusCode, kind: &str, message: impl Into<String>) -> Answer {
    answer::json(status, &json!({ "type": kind, "message": message.into() }))
}

fn unauthorized() -> Answer {
    answer::json(
        StatusCode::UNAUTHORIZED,
        &json!({ "message": "Unauthorized" }),
    )
}
