//! Commerce Layer: a JSON:API with customers and customer groups. The token decides what a request may do.

mod credentials;
mod customers;
mod document;
mod errors;
mod groups;
mod media_type;
mod tokens;

use anyhow::Result;
use axum::http::{Method, StatusCode};
use serde_json::Value;

use super::contract::{Platform, respond_with_cors};
use super::samples;
use media_type::MEDIA_TYPE;

use crate::account::{Account, Credential, Group};
use crate::context::Context;
use crate::request::Request;
use crate::response::Response;
use crate::store::Store;
pub use credentials::{
    CLIENT_ID, INTEGRATION_CLIENT_ID, INTEGRATION_CLIENT_SECRET, ORGANIZATION, SCOPE,
};

/// Commerce Layer. The API and the auth endpoint have the same URL here.
pub(crate) struct CommerceLayer;

impl Platform for CommerceLayer {
    fn id(&self) -> &'static str {
        "commerce-layer"
    }

    fn name(&self) -> &'static str {
        "Commerce Layer"
    }

    fn steps(&self) -> &'static [&'static str] {
        &[
            "token",
            "create",
            "sign-in",
            "read",
            "create-group",
            "list-groups",
        ]
    }

    fn areas(&self) -> &'static [&'static str] {
        &["api", "auth"]
    }

    fn area(&self, request: &Request) -> &'static str {
        if request.path.starts_with("/oauth/") {
            "auth"
        } else {
            "api"
        }
    }

    fn step(&self, request: &Request) -> Option<&'static str> {
        match (request.method.as_str(), request.path.trim_end_matches('/')) {
            ("POST", "/oauth/token") if tokens::is_sign_in(request) => Some("sign-in"),
            ("POST", "/oauth/token") => Some("token"),
            ("POST", "/api/customers") => Some("create"),
            ("POST", "/api/customer_groups") => Some("create-group"),
            ("GET", "/api/customer_groups") => Some("list-groups"),
            ("GET", path) if path.starts_with(customers::PATH) => Some("read"),
            _ => None,
        }
    }

    fn respond(&self, request: &Request, context: &Context) -> Result<Response> {
        respond_with_cors(self, request, context, || match self.step(request) {
            Some("token" | "sign-in") => tokens::issue(request, context),
            step => api(step, request, context),
        })
    }

    fn error_body(&self, status: StatusCode) -> Value {
        let reason = status.canonical_reason().unwrap_or_default();
        let code = reason.to_uppercase().replace(' ', "_");
        errors::error(status, &code, reason, reason)
    }

    fn expired_token(&self) -> Response {
        errors::invalid_token()
    }

    fn accounts(&self, store: &Store) -> Result<Vec<Account>> {
        customers::accounts(store)
    }

    fn groups(&self, store: &Store) -> Result<Vec<Group>> {
        groups::all(store, &customers::memberships(store)?)
    }

    fn credentials(&self) -> &'static [Credential] {
        const {
            &[
                Credential::attribute("organization", ORGANIZATION),
                Credential::attribute("client-id", CLIENT_ID),
                Credential::attribute("scope", SCOPE),
                Credential::owner("integration's client id", INTEGRATION_CLIENT_ID),
                Credential::owner("integration's client secret", INTEGRATION_CLIENT_SECRET),
                samples::TAKEN,
                samples::PASSWORD,
            ]
        }
    }

    fn seed(&self, store: &Store) -> Result<()> {
        customers::seed(store)
    }
}

/// Handles a request to `/api`. Checks the media types first, then the token, then its permissions.
fn api(step: Option<&str>, request: &Request, context: &Context) -> Result<Response> {
    if let Some(refusal) = wrong_media_type(request) {
        return Ok(refusal);
    }
    let Some(bearer) = tokens::bearer(request) else {
        return Ok(errors::invalid_token());
    };
    match step {
        Some("create") => customers::create(request, context),
        Some("read") => customers::read(request, bearer.customer(), context.store),
        Some("create-group") if bearer.is_integration() => groups::create(request, context),
        Some("list-groups") if bearer.is_integration() => groups::list(request, context),
        Some(_) => Ok(errors::denied()),
        None if request.path.starts_with("/api/customer") => Ok(errors::denied()),
        None => {
            let detail = "The record identified by the path could not be found.";
            Ok(errors::refusal(
                StatusCode::NOT_FOUND,
                "RECORD_NOT_FOUND",
                "Record not found",
                detail,
            ))
        }
    }
}

fn wrong_media_type(request: &Request) -> Option<Response> {
    let accept = request.header("accept").unwrap_or_default();
    if !accept.contains(MEDIA_TYPE) {
        let detail = format!(
            "All requests must use the '{MEDIA_TYPE}' Accept without media type parameters."
        );
        return Some(errors::refusal(
            StatusCode::NOT_ACCEPTABLE,
            "NOT_ACCEPTABLE",
            "Not acceptable",
            &detail,
        ));
    }
    if request.method == Method::POST && request.media_type() != MEDIA_TYPE {
        let detail =
            format!("All requests that create or update must use the '{MEDIA_TYPE}' Content-Type.");
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Some(errors::refusal(
            status,
            "UNSUPPORTED_MEDIA_TYPE",
            "Unsupported media type",
            &detail,
        ));
    }
    None
}
