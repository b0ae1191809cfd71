//! Commerce Layer: a JSON:API with customers and customer groups, and tokens that say what they may do.

mod customers;
mod document;
mod groups;
mod tokens;

use anyhow::Result;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::samples::{TAKEN_EMAIL, TAKEN_PASSWORD};
use super::{Platform, answer_shared};
use crate::account::{Account, Credential, Group};
use crate::answer::{self, Answer};
use crate::call::Call;
use crate::shop::Shop;
use crate::store::Store;

/// The organization's slug.
pub const ORGANIZATION: &str = "sandbox";
/// The public client id of the sales channel.
pub const CLIENT_ID: &str = "h4Jt9wLk2MxVq0bZc8RsYpEuNd7TfGi3oAa6B1yX5_s";
/// The market that the sales channel sells in.
pub const SCOPE: &str = "market:code:europe";
/// The client id of the integration, which may create customer groups.
pub const INTEGRATION_CLIENT_ID: &str = "Qe7uTz1nHc5vKx3dWb9gLr0sPj8mYa4fOi2kXw6Ch_i";
/// The secret of the integration.
pub const INTEGRATION_CLIENT_SECRET: &str = "pG3xW8tRk6ZyBn2vLd0hMs5jQf9cUa7eTo4iVw1Jr_x";

const MEDIA_TYPE: &str = "application/vnd.api+json";

/// Commerce Layer; the API and the auth endpoint have one address here.
pub(crate) struct CommerceLayer;

impl Platform for CommerceLayer {
    fn id(&self) -> &'static str {
        "commerce-layer"
    }

    fn name(&self) -> &'static str {
        "Commerce Layer"
    }

    fn steps(&self) -> &'static [&'static str] {
        &["token", "create", "sign-in", "create-group", "list-groups"]
    }

    fn areas(&self) -> &'static [&'static str] {
        &["api", "auth"]
    }

    fn area(&self, call: &Call) -> &'static str {
        if call.path.starts_with("/oauth/") {
            "auth"
        } else {
            "api"
        }
    }

    fn step(&self, call: &Call) -> Option<&'static str> {
        match (call.method.as_str(), call.path.trim_end_matches('/')) {
            ("POST", "/oauth/token") if tokens::signs_in(call) => Some("sign-in"),
            ("POST", "/oauth/token") => Some("token"),
            ("POST", "/api/customers") => Some("create"),
            ("POST", "/api/customer_groups") => Some("create-group"),
            ("GET", "/api/customer_groups") => Some("list-groups"),
            _ => None,
        }
    }

    fn answer(&self, call: &Call, shop: &Shop) -> Result<Answer> {
        answer_shared(self, call, shop, || match self.step(call) {
            Some("token" | "sign-in") => tokens::hand_out(call, shop),
            step => api(step, call, shop),
        })
    }

    fn refusal(&self, status: StatusCode) -> Value {
        let reason = status.canonical_reason().unwrap_or_default();
        let code = reason.to_uppercase().replace(' ', "_");
        document::error(status, &code, reason, reason)
    }

    fn expired(&self) -> Answer {
        document::refusal(
            StatusCode::UNAUTHORIZED,
            "INVALID_TOKEN",
            "Invalid token",
            INVALID_TOKEN,
        )
    }

    fn accounts(&self, store: &Store) -> Result<Vec<Account>> {
        customers::accounts(store)
    }

    fn groups(&self, store: &Store) -> Result<Vec<Group>> {
        groups::listed(store)
    }

    fn credentials(&self) -> &'static [Credential] {
        const {
            &[
                Credential::attribute("organization", ORGANIZATION),
                Credential::attribute("client-id", CLIENT_ID),
                Credential::attribute("scope", SCOPE),
                Credential::owner("integration's client id", INTEGRATION_CLIENT_ID),
                Credential::owner("integration's client secret", INTEGRATION_CLIENT_SECRET),
                Credential::shopper("taken email", TAKEN_EMAIL),
                Credential::shopper("its password", TAKEN_PASSWORD),
            ]
        }
    }

    fn seed(&self, store: &Store) -> Result<()> {
        customers::seed(store)
    }
}

const INVALID_TOKEN: &str = "The access token you provided is invalid.";
const NO_PERMISSION: &str =
    "You are not authorized to perform this action on the requested resource.";

/// Below `/api`: the media types are checked first, then the token, then what it may do.
fn api(step: Option<&str>, call: &Call, shop: &Shop) -> Result<Answer> {
    if let Some(refusal) = wrong_media_type(call) {
        return Ok(refusal);
    }
    let Some(bearer) = tokens::bearer(call) else {
        return Ok(CommerceLayer.expired());
    };
    match step {
        Some("create") => customers::create(call, shop),
        Some("create-group") if bearer.is_integration() => groups::create(call, shop),
        Some("list-groups") if bearer.is_integration() => groups::list(call, shop),
        Some(_) => Ok(denied()),
        None if call.path.starts_with("/api/customer") => Ok(denied()),
        None => {
            let detail = "The record identified by the path could not be found.";
            Ok(document::refusal(
                StatusCode::NOT_FOUND,
                "RECORD_NOT_FOUND",
                "Record not found",
                detail,
            ))
        }
    }
}

fn wrong_media_type(call: &Call) -> Option<Answer> {
    let accept = call.header("accept").unwrap_or_default();
    if !accept.contains(MEDIA_TYPE) {
        let detail = format!(
            "All requests must use the '{MEDIA_TYPE}' Accept without media type parameters."
        );
        return Some(document::refusal(
            StatusCode::NOT_ACCEPTABLE,
            "NOT_ACCEPTABLE",
            "Not acceptable",
            &detail,
        ));
    }
    if call.method == Method::POST && call.media_type() != MEDIA_TYPE {
        let detail =
            format!("All requests that create or update must use the '{MEDIA_TYPE}' Content-Type.");
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Some(document::refusal(
            status,
            "UNSUPPORTED_MEDIA_TYPE",
            "Unsupported media type",
            &detail,
        ));
    }
    None
}

fn denied() -> Answer {
    document::refusal(
        StatusCode::UNAUTHORIZED,
        "UNAUTHORIZED",
        "Access denied",
        NO_PERMISSION,
    )
}

/// An error of the auth endpoint: unlike elsewhere, its status is a number.
fn auth_error(status: StatusCode, title: &str, detail: &str) -> Answer {
    let code = if status == StatusCode::UNAUTHORIZED {
        "UNAUTHORIZED"
    } else {
        "BAD_REQUEST"
    };
    let error =
        json!({ "title": title, "detail": detail, "code": code, "status": status.as_u16() });
    answer::json(status, &json!({ "errors": [error] }))
}
