//! Elastic Path: one API with two platforms, for customers and for account members.

mod body;
mod credentials;
mod customers;
mod errors;
mod members;
mod tokens;

use anyhow::Result;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::contract::{Platform, respond_with_cors};
use super::samples;
use body::{data, envelope_error};
use errors::error;

use crate::account::{Account, Credential};
use crate::context::Context;
use crate::id;
use crate::request::Request;
use crate::response::Response;
use crate::store::Store;
pub use credentials::{CLIENT_ID, CLIENT_SECRET, PASSWORD_PROFILE_ID};

/// The platform for customers.
pub(crate) static CUSTOMERS: ElasticPath = ElasticPath {
    audience: Audience::Customers,
};
/// The platform for account members.
pub(crate) static MEMBERS: ElasticPath = ElasticPath {
    audience: Audience::Members,
};

/// Elastic Path, for one kind of shopper. Both platforms serve the whole API.
pub(crate) struct ElasticPath {
    audience: Audience,
}

enum Audience {
    Customers,
    Members,
}

impl Platform for ElasticPath {
    fn id(&self) -> &'static str {
        match self.audience {
            Audience::Customers => "elastic-path",
            Audience::Members => "elastic-path-account",
        }
    }

    fn name(&self) -> &'static str {
        match self.audience {
            Audience::Customers => "Elastic Path customers",
            Audience::Members => "Elastic Path account members",
        }
    }

    fn steps(&self) -> &'static [&'static str] {
        &["token", "create", "sign-in", "read"]
    }

    fn areas(&self) -> &'static [&'static str] {
        &["api"]
    }

    fn step(&self, request: &Request) -> Option<&'static str> {
        match (request.method.as_str(), request.path.trim_end_matches('/')) {
            ("POST", "/oauth/access_token") => Some("token"),
            ("POST", "/v2/customers") => Some("create"),
            ("POST", "/v2/customers/tokens") => Some("sign-in"),
            ("POST", "/v2/account-members/tokens") if members::is_sign_in(&data(request)) => {
                Some("sign-in")
            }
            ("POST", "/v2/account-members/tokens") => Some("create"),
            ("GET", "/v2/account-members") => Some("read"),
            ("GET", path) if customer_id(path).is_some() => Some("read"),
            _ => None,
        }
    }

    fn respond(&self, request: &Request, context: &Context) -> Result<Response> {
        respond_with_cors(self, request, context, || self.handle(request, context))
    }

    fn error_body(&self, status: StatusCode) -> Value {
        let reason = status.canonical_reason().unwrap_or_default();
        let error = json!({ "status": status.as_u16(), "title": reason, "detail": reason, "request_id": id::uuid() });
        json!({ "errors": [error] })
    }

    fn expired_token(&self) -> Response {
        tokens::invalid()
    }

    fn accounts(&self, store: &Store) -> Result<Vec<Account>> {
        match self.audience {
            Audience::Customers => customers::accounts(store),
            Audience::Members => members::accounts(store),
        }
    }

    fn credentials(&self) -> &'static [Credential] {
        const CLIENT: Credential = Credential::attribute("client-id", CLIENT_ID);
        const PROFILE: Credential =
            Credential::attribute("password-profile-id", PASSWORD_PROFILE_ID);
        match self.audience {
            Audience::Customers => const { &[CLIENT, samples::TAKEN, samples::PASSWORD] },
            Audience::Members => const { &[CLIENT, PROFILE, samples::TAKEN, samples::PASSWORD] },
        }
    }

    fn seed(&self, store: &Store) -> Result<()> {
        match self.audience {
            Audience::Customers => customers::seed(store),
            Audience::Members => members::seed(store),
        }
    }
}

impl ElasticPath {
    /// Checks the token first, then the body.
    fn handle(&self, request: &Request, context: &Context) -> Result<Response> {
        let path = request.path.trim_end_matches('/');
        let Some(step) = self.step(request) else {
            return Ok(error(
                StatusCode::NOT_FOUND,
                "Not Found",
                "The requested route was not found",
            ));
        };
        if step == "token" {
            return tokens::issue(request, context);
        }
        if !tokens::is_valid(request, context)? {
            return Ok(tokens::invalid());
        }
        if step == "read" {
            return read(path, request, context.store);
        }
        if let Some(refusal) = envelope_error(request) {
            return Ok(refusal);
        }
        match (path, step) {
            ("/v2/customers", _) => customers::create(&data(request), context),
            ("/v2/customers/tokens", _) => customers::sign_in(&data(request), context),
            (_, "sign-in") => members::sign_in(&data(request), context),
            _ => members::sign_up(&data(request), context),
        }
    }
}

/// Reads a customer, or the members that a shopper may see.
fn read(path: &str, request: &Request, store: &Store) -> Result<Response> {
    match customer_id(path) {
        Some(id) => customers::read(id, request.header("x-moltin-customer-token"), store),
        None => {
            let token = request.header("ep-account-management-authentication-token");
            members::list(token, store)
        }
    }
}

/// The id in the path of a customer.
fn customer_id(path: &str) -> Option<&str> {
    path.strip_prefix("/v2/customers/")
        .filter(|id| !id.contains('/'))
}
