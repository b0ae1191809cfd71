//! `/store/customers`: the customer of an identity.

use anyhow::Result;
use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::auth::{self, Claims};
use super::errors;
use super::records::{self, Customer, Profile};
use crate::context::Context;
use crate::email;
use crate::platform::shared::medusa;
use crate::request::Request;
use crate::response::{self, Response};

const TEXTS: [&str; 4] = ["company_name", "first_name", "last_name", "phone"];
const TAKEN: &str = "Customer with this email already has an account";

/// Creates the customer for the identity in the token.
pub(super) fn create(request: &Request, body: &Value, context: &Context) -> Result<Response> {
    let Some(claims) = auth::caller(request, context)? else {
        return Ok(errors::unauthorized());
    };
    let errors = errors(body);
    if !errors.is_empty() {
        return Ok(medusa::invalid_data(format!(
            "Invalid request: {}",
            errors.join("; ")
        )));
    }
    if !claims.actor_id.is_empty() {
        return Ok(medusa::invalid_data(
            "Request already authenticated as a customer.",
        ));
    }
    let mut profile: Profile = serde_json::from_value(body.clone())?;
    match profile.email.take() {
        Some(email) => attach(&claims, email, profile, context),
        None => Ok(medusa::invalid_data(
            "Email is required to create a customer",
        )),
    }
}

/// The customer in the token or the session.
pub(super) fn me(request: &Request, context: &Context) -> Result<Response> {
    let Some(claims) = auth::caller(request, context)?.filter(|claims| !claims.actor_id.is_empty())
    else {
        return Ok(errors::unauthorized());
    };
    Ok(match records::customer(context.store, &claims.actor_id)? {
        Some(customer) => response::json(StatusCode::OK, &json!({ "customer": customer })),
        None => medusa::error(
            StatusCode::NOT_FOUND,
            "not_found",
            format!("Customer with id: {} was not found", claims.actor_id),
        ),
    })
}

fn attach(claims: &Claims, email: String, profile: Profile, context: &Context) -> Result<Response> {
    if records::is_registered(context.store, &email)? {
        return Ok(medusa::duplicate(TAKEN));
    }
    let Some(mut identity) = records::identity_by_id(context.store, &claims.auth_identity_id)?
    else {
        return Ok(internal_error());
    };
    if !identity.actor_id("customer").is_empty() {
        return Ok(internal_error());
    }
    let customer = Customer::new(email, profile, true);
    customer.save(context.store)?;
    identity
        .app_metadata
        .insert("customer_id".to_owned(), customer.id.clone().into());
    identity.save(context.store)?;
    Ok(response::json(
        StatusCode::OK,
        &json!({ "customer": customer }),
    ))
}

/// The errors of a body, in the order of the server.
fn errors(body: &Value) -> Vec<String> {
    let Some(fields) = body.as_object() else {
        return vec!["Field '' is required".to_owned()];
    };
    let mut errors = Vec::new();
    errors.extend(email_error(fields));
    errors.extend(
        TEXTS
            .iter()
            .filter_map(|name| type_error(fields, name, "string", Value::is_string)),
    );
    errors.extend(type_error(fields, "metadata", "object", Value::is_object));
    let known = |key: &str| key == "email" || key == "metadata" || TEXTS.contains(&key);
    let unknown: Vec<&str> = fields
        .keys()
        .map(String::as_str)
        .filter(|key| !known(key))
        .collect();
    if !unknown.is_empty() {
        errors.push(format!("Unrecognized fields: '{}'", unknown.join(", ")));
    }
    errors
}

fn email_error(fields: &Map<String, Value>) -> Option<String> {
    match fields.get("email") {
        Some(Value::String(email)) => {
            (!email::is_strict(email)).then(|| "Invalid email address".to_owned())
        }
        _ => type_error(fields, "email", "string", Value::is_string),
    }
}

/// The error of a field with the wrong type. A field may be missing or null.
fn type_error(
    fields: &Map<String, Value>,
    name: &str,
    expected: &str,
    fits: impl Fn(&Value) -> bool,
) -> Option<String> {
    let value = fields
        .get(name)
        .filter(|value| !value.is_null() && !fits(value))?;
    Some(format!(
        "Expected type: '{expected}' for field '{name}', got: '{value}'"
    ))
}

/// The response if the identity is missing or already has a customer.
fn internal_error() -> Response {
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    response::json(status, &medusa::error_body(status))
}
