//! Medusa v1: one request creates the customer and sets a session cookie.

mod errors;
mod records;
mod session;
mod validation;

use anyhow::Result;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::contract::{Platform, add_cors_headers};
use super::samples;
use super::shared::{express, medusa};
use crate::account::{Account, Credential};
use crate::context::Context;
use crate::cors;
use crate::request::Request;
use crate::response::{self, Response};
use crate::store::Store;
use records::Customer;

const ID: &str = "medusa-v1";
const TAKEN: &str = "A customer with the given email already has an account. Log in instead";
const GUEST_TAKEN: &str = "Guest customer with email already exists";

/// Medusa v1.
pub(crate) struct MedusaV1;

impl Platform for MedusaV1 {
    fn id(&self) -> &'static str {
        ID
    }

    fn name(&self) -> &'static str {
        "Medusa v1"
    }

    fn steps(&self) -> &'static [&'static str] {
        &[
            "create", "sign-in", "token", "session", "sign-out", "exists", "me",
        ]
    }

    fn areas(&self) -> &'static [&'static str] {
        &["store"]
    }

    fn step(&self, request: &Request) -> Option<&'static str> {
        let segments = request.segments();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match (request.method.as_str(), segments.as_slice()) {
            ("POST", ["store", "customers"]) => Some("create"),
            ("GET", ["store", "customers", "me"]) => Some("me"),
            ("POST", ["store", "auth"]) => Some("sign-in"),
            ("GET", ["store", "auth"]) => Some("session"),
            ("DELETE", ["store", "auth"]) => Some("sign-out"),
            ("POST", ["store", "auth", "token"]) => Some("token"),
            ("GET", ["store", "auth", _]) => Some("exists"),
            _ => None,
        }
    }

    fn respond(&self, request: &Request, context: &Context) -> Result<Response> {
        let mut response = self.handle(request, context)?;
        session::ensure_cookie(request, context, &mut response)?;
        Ok(response)
    }

    fn error_body(&self, status: StatusCode) -> Value {
        medusa::error_body(status)
    }

    fn expired_token(&self) -> Response {
        errors::unauthorized()
    }

    fn accounts(&self, store: &Store) -> Result<Vec<Account>> {
        records::accounts(store)
    }

    fn credentials(&self) -> &'static [Credential] {
        const { &[samples::TAKEN, samples::PASSWORD, samples::GUEST] }
    }

    fn seed(&self, store: &Store) -> Result<()> {
        records::seed(store)
    }
}

impl MedusaV1 {
    /// The response, without the cookie for a browser that has no session.
    fn handle(&self, request: &Request, context: &Context) -> Result<Response> {
        let is_store = request.path.starts_with("/store/");
        if is_store && request.is_preflight() {
            return Ok(cors::preflight(request, &context.origins("store")));
        }
        let body = match express::body(request, false) {
            Ok(body) => body.unwrap_or_else(|| json!({})),
            Err(error) => return Ok(express::error_page(&error)),
        };
        if !is_store {
            return Ok(express::not_found(request));
        }
        let mut response = route(self.step(request), request, &body, context)?;
        add_cors_headers(self, request, context, &mut response);
        Ok(response)
    }
}

fn route(
    step: Option<&str>,
    request: &Request,
    body: &Value,
    context: &Context,
) -> Result<Response> {
    match step {
        Some("create") => create(request, body, context),
        Some("sign-in") => sign_in(request, body, context),
        Some("token") => create_token(body, context),
        Some("session") => Ok(customer_or_unauthorized(
            session::customer(request, context)?,
            Customer::with_orders,
        )),
        Some("sign-out") => session::end(request, context),
        Some("exists") => exists(request, context),
        Some("me") => Ok(customer_or_unauthorized(
            session::customer(request, context)?,
            Customer::with_addresses,
        )),
        _ => unknown_route(request, context),
    }
}

fn create(request: &Request, body: &Value, context: &Context) -> Result<Response> {
    let errors = validation::customer_errors(body);
    if !errors.is_empty() {
        return Ok(errors::invalid(&errors));
    }
    let profile: records::Profile = serde_json::from_value(body.clone())?;
    if let Some(message) = conflict(&profile, context)? {
        return Ok(medusa::duplicate(message));
    }
    let customer = Customer::create(profile, context.store)?;
    let mut response = response::json(StatusCode::OK, &customer.with_addresses());
    session::start(request, context, &customer, &mut response)?;
    Ok(response)
}

/// Why there can't be another customer with this email. A request with an empty password creates a guest.
/// There is one guest at most.
fn conflict(profile: &records::Profile, context: &Context) -> Result<Option<&'static str>> {
    let same = records::by_email(context.store, &profile.email)?;
    let wants_account = !profile.password.is_empty();
    Ok(
        if wants_account && same.iter().any(|customer| customer.has_account) {
            Some(TAKEN)
        } else if !wants_account && same.iter().any(|customer| !customer.has_account) {
            Some(GUEST_TAKEN)
        } else {
            None
        },
    )
}

fn sign_in(request: &Request, body: &Value, context: &Context) -> Result<Response> {
    let errors = validation::sign_in_errors(body);
    if !errors.is_empty() {
        return Ok(errors::invalid(&errors));
    }
    let Some(customer) = records::authenticate(context.store, body)? else {
        return Ok(errors::unauthorized());
    };
    let mut response = response::json(StatusCode::OK, &customer.with_orders());
    session::start(request, context, &customer, &mut response)?;
    Ok(response)
}

fn create_token(body: &Value, context: &Context) -> Result<Response> {
    let errors = validation::sign_in_errors(body);
    if !errors.is_empty() {
        return Ok(errors::invalid(&errors));
    }
    let Some(customer) = records::authenticate(context.store, body)? else {
        return Ok(errors::unauthorized());
    };
    Ok(response::json(
        StatusCode::OK,
        &json!({ "access_token": session::token(&customer, context)? }),
    ))
}

fn exists(request: &Request, context: &Context) -> Result<Response> {
    let email = request.segments().pop().unwrap_or_default();
    let exists = records::by_email(context.store, &email)?
        .iter()
        .any(|customer| customer.has_account);
    Ok(response::json(StatusCode::OK, &json!({ "exists": exists })))
}

/// Below `/store/customers`, the server checks the session before it looks for the route.
fn unknown_route(request: &Request, context: &Context) -> Result<Response> {
    let is_private = request.path.starts_with("/store/customers") && request.method == Method::GET;
    if is_private && session::customer(request, context)?.is_none() {
        return Ok(errors::unauthorized());
    }
    Ok(express::not_found(request))
}

fn customer_or_unauthorized(customer: Option<Customer>, shape: fn(&Customer) -> Value) -> Response {
    customer.map_or_else(errors::unauthorized, |customer| {
        response::json(StatusCode::OK, &shape(&customer))
    })
}
