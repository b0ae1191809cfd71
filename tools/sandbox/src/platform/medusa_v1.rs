//! Medusa v1: one call makes the customer and signs in by a cookie.

mod records;
mod session;
mod validation;

use anyhow::Result;
use axum::http::{Method, StatusCode};
use serde_json::{Value, json};

use super::medusa::Medusa;
use super::samples::{GUEST_EMAIL, TAKEN_EMAIL, TAKEN_PASSWORD};
use super::{Platform, share};
use crate::account::{Account, Credential};
use crate::answer::{self, Answer};
use crate::call::Call;
use crate::shop::Shop;
use crate::store::Store;
use crate::{cors, express};
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

    fn step(&self, call: &Call) -> Option<&'static str> {
        let segments = call.segments();
        let segments: Vec<&str> = segments.iter().map(String::as_str).collect();
        match (call.method.as_str(), segments.as_slice()) {
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

    fn answer(&self, call: &Call, shop: &Shop) -> Result<Answer> {
        let mut answer = self.respond(call, shop)?;
        session::greet(call, shop, &mut answer)?;
        Ok(answer)
    }

    fn refusal(&self, status: StatusCode) -> Value {
        Medusa.refusal(status)
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
                Credential::shopper("taken email", TAKEN_EMAIL),
                Credential::shopper("its password", TAKEN_PASSWORD),
                Credential::shopper("guest's email", GUEST_EMAIL),
            ]
        }
    }

    fn seed(&self, store: &Store) -> Result<()> {
        records::seed(store)
    }
}

impl MedusaV1 {
    /// Everything but the cookie that a browser without a session gets.
    fn respond(&self, call: &Call, shop: &Shop) -> Result<Answer> {
        let is_store = call.path.starts_with("/store/");
        if is_store && call.is_preflight() {
            return Ok(cors::preflight(call, &shop.origins("store")));
        }
        let body = match express::body(call, false) {
            Ok(body) => body.unwrap_or_else(|| json!({})),
            Err(error) => return Ok(express::error_page(&error)),
        };
        if !is_store {
            return Ok(express::not_found(call));
        }
        let mut answer = perform(self.step(call), call, &body, shop)?;
        share(self, call, shop, &mut answer);
        Ok(answer)
    }
}

fn perform(step: Option<&str>, call: &Call, body: &Value, shop: &Shop) -> Result<Answer> {
    match step {
        Some("create") => create(call, body, shop),
        Some("sign-in") => sign_in(call, body, shop),
        Some("token") => hand_out_token(body, shop),
        Some("session") => Ok(own(session::customer(call, shop)?, Customer::with_orders)),
        Some("sign-out") => session::end(call, shop),
        Some("exists") => exists(call, shop),
        Some("me") => Ok(own(
            session::customer(call, shop)?,
            Customer::with_addresses,
        )),
        _ => unknown_route(call, shop),
    }
}

fn create(call: &Call, body: &Value, shop: &Shop) -> Result<Answer> {
    let problems = validation::of_customer(body);
    if !problems.is_empty() {
        return Ok(invalid(&problems));
    }
    let profile: records::Profile = serde_json::from_value(body.clone())?;
    if let Some(message) = conflict(&profile, shop)? {
        let body = json!({ "code": "invalid_request_error", "type": "duplicate_error", "message": message });
        return Ok(answer::json(StatusCode::UNPROCESSABLE_ENTITY, &body));
    }
    let customer = Customer::create(profile, shop.store)?;
    let mut answer = answer::json(StatusCode::OK, &customer.with_addresses());
    session::start(call, shop, &customer, &mut answer)?;
    Ok(answer)
}

/// Why there can't be another customer with this email. An empty password asks for a guest, of whom there is one at most.
fn conflict(profile: &records::Profile, shop: &Shop) -> Result<Option<&'static str>> {
    let same = records::by_email(shop.store, &profile.email)?;
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

fn sign_in(call: &Call, body: &Value, shop: &Shop) -> Result<Answer> {
    let problems = validation::of_sign_in(body);
    if !problems.is_empty() {
        return Ok(invalid(&problems));
    }
    let Some(customer) = records::authenticate(shop.store, body)? else {
        return Ok(unauthorized());
    };
    let mut answer = answer::json(StatusCode::OK, &customer.with_orders());
    session::start(call, shop, &customer, &mut answer)?;
    Ok(answer)
}

fn hand_out_token(body: &Value, shop: &Shop) -> Result<Answer> {
    let problems = validation::of_sign_in(body);
    if !problems.is_empty() {
        return Ok(invalid(&problems));
    }
    let Some(customer) = records::authenticate(shop.store, body)? else {
        return Ok(unauthorized());
    };
    Ok(answer::json(
        StatusCode::OK,
        &json!({ "access_token": session::token(&customer, shop)? }),
    ))
}

fn exists(call: &Call, shop: &Shop) -> Result<Answer> {
    let email = call.segments().pop().unwrap_or_default();
    let exists = records::by_email(shop.store, &email)?
        .iter()
        .any(|customer| customer.has_account);
    Ok(answer::json(StatusCode::OK, &json!({ "exists": exists })))
}

/// What is below `/store/customers` asks who is there before it looks for the route.
fn unknown_route(call: &Call, shop: &Shop) -> Result<Answer> {
    let is_private = call.path.starts_with("/store/customers") && call.method == Method::GET;
    if is_private && session::customer(call, shop)?.is_none() {
        return Ok(unauthorized());
    }
    Ok(express::not_found(call))
}

fn own(customer: Option<Customer>, shape: fn(&Customer) -> Value) -> Answer {
    customer.map_or_else(unauthorized, |customer| {
        answer::json(StatusCode::OK, &shape(&customer))
    })
}

fn invalid(problems: &[String]) -> Answer {
    answer::json(
        StatusCode::BAD_REQUEST,
        &json!({ "type": "invalid_data", "message": problems.join(", ") }),
    )
}

fn unauthorized() -> Answer {
    answer::text(StatusCode::UNAUTHORIZED, "Unauthorized")
}
