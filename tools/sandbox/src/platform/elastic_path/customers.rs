//! `/v2/customers`.

use std::time::Duration;

use anyhow::Result;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::body::{missing_fields, unknown_fields};
use super::errors::{error, invalid};
use crate::account::{Account, AccountState, details, oldest_first};
use crate::context::Context;
use crate::platform::samples::{TAKEN_EMAIL, TAKEN_PASSWORD};
use crate::platform::shared::json::text;
use crate::response::{self, Response};
use crate::store::Store;
use crate::{email, id, password, token};

/// Customers by their id.
const CUSTOMERS: &str = "elastic-path/customers";
/// Password hashes, by the customer's id.
const PASSWORDS: &str = "elastic-path/customer-passwords";
/// What a shopper signs in with. The vendor's client names the mechanism, the older calls don't.
const SIGN_IN: [&str; 4] = ["type", "email", "password", "authentication_mechanism"];
const DAY: Duration = Duration::from_hours(24);
const REFERENCE_LIMIT: usize = 2048;

/// A customer, in the format of the responses.
#[derive(Serialize, Deserialize)]
struct Customer {
    r#type: String,
    id: String,
    name: String,
    email: String,
    external_ref: Option<String>,
    /// Whether there is a password.
    password: bool,
    meta: Meta,
}

#[derive(Serialize, Deserialize)]
struct Meta {
    timestamps: Timestamps,
}

#[derive(Serialize, Deserialize)]
struct Timestamps {
    created_at: String,
    updated_at: String,
}

/// The claim of a customer's token that names the customer.
#[derive(Deserialize)]
struct Owner {
    sub: String,
}

/// Creates a customer.
pub(super) fn create(data: &Value, context: &Context) -> Result<Response> {
    if let Some(refusal) = validate(data) {
        return Ok(refusal);
    }
    if by_email(context.store, text(data, "email"))?.is_some() {
        return Ok(error(
            StatusCode::CONFLICT,
            "Conflict",
            "A customer with this email already exists",
        ));
    }
    let customer = store(data, context.store)?;
    Ok(response::json(
        StatusCode::CREATED,
        &json!({ "data": customer }),
    ))
}

/// Issues a token for the customer.
pub(super) fn sign_in(data: &Value, context: &Context) -> Result<Response> {
    let required = ["type", "email", "password"];
    if let Some(refusal) =
        missing_fields(data, &required).or_else(|| unknown_fields(data, &SIGN_IN))
    {
        return Ok(refusal);
    }
    let refused = || {
        error(
            StatusCode::UNAUTHORIZED,
            "Unauthorized",
            "Invalid email or password",
        )
    };
    let Some(customer) = by_email(context.store, text(data, "email"))? else {
        return Ok(refused());
    };
    let hash = context.store.get::<String>(PASSWORDS, &customer.id)?;
    if !hash.is_some_and(|hash| password::matches(text(data, "password"), &hash)) {
        return Ok(refused());
    }
    let life = context.lifespan(DAY);
    let claims = json!({ "sub": customer.id, "iat": life.iat, "exp": life.exp });
    let body = json!({
        "type": "token",
        "id": id::uuid(),
        "customer_id": customer.id,
        "token": token::sign(&claims)?,
        "expires": life.exp,
    });
    Ok(response::json(
        StatusCode::CREATED,
        &json!({ "data": body }),
    ))
}

/// Reads the customer `id`. Only the customer's own token allows that.
pub(super) fn read(id: &str, token: Option<&str>, store: &Store) -> Result<Response> {
    let owner = token.and_then(token::verify::<Owner>);
    let is_own = owner.is_some_and(|owner| owner.sub == id);
    let customer = store.get::<Customer>(CUSTOMERS, id)?;
    Ok(match customer.filter(|_| is_own) {
        Some(customer) => response::json(StatusCode::OK, &json!({ "data": customer })),
        None => error(StatusCode::FORBIDDEN, "Forbidden", "Forbidden"),
    })
}

/// Every customer, oldest first.
pub(super) fn accounts(store: &Store) -> Result<Vec<Account>> {
    let customers = store.all::<Customer>(CUSTOMERS)?;
    Ok(oldest_first(
        customers.iter().map(account).collect::<Result<_>>()?,
    ))
}

/// Creates a registered customer.
pub(super) fn seed(records: &Store) -> Result<()> {
    let data = json!({ "name": "Tove Aken", "email": TAKEN_EMAIL, "password": TAKEN_PASSWORD });
    store(&data, records).map(drop)
}

fn validate(data: &Value) -> Option<Response> {
    let known = ["type", "name", "email", "password", "external_ref"];
    missing_fields(data, &["type", "name", "email"])
        .or_else(|| unknown_fields(data, &known))
        .or_else(|| {
            let mut details = Vec::new();
            if text(data, "type") != "customer" {
                details.push("The data.type field must be customer.".to_owned());
            }
            if !email::is_lenient(text(data, "email")) {
                details.push("The data.email must be a valid email address.".to_owned());
            }
            details.extend(
                ["password", "external_ref"]
                    .iter()
                    .filter_map(|name| wrong_type(data, name)),
            );
            if text(data, "external_ref").chars().count() > REFERENCE_LIMIT {
                details.push(format!(
                    "The data.external_ref may not be greater than {REFERENCE_LIMIT} characters."
                ));
            }
            (!details.is_empty()).then(|| invalid(&details))
        })
}

fn wrong_type(data: &Value, name: &str) -> Option<String> {
    data.get(name)
        .filter(|value| !value.is_null() && !value.is_string())?;
    Some(format!("The data.{name} must be a string."))
}

fn store(data: &Value, store: &Store) -> Result<Customer> {
    let now = id::timestamp();
    let password = text(data, "password");
    let customer = Customer {
        r#type: "customer".to_owned(),
        id: id::uuid(),
        name: text(data, "name").to_owned(),
        email: text(data, "email").to_owned(),
        external_ref: data
            .get("external_ref")
            .and_then(Value::as_str)
            .map(str::to_owned),
        password: !password.is_empty(),
        meta: Meta {
            timestamps: Timestamps {
                created_at: now.clone(),
                updated_at: now,
            },
        },
    };
    if customer.password {
        store.put(PASSWORDS, &customer.id, &password::hash(password)?)?;
    }
    store.put(CUSTOMERS, &customer.id, &customer)?;
    Ok(customer)
}

fn by_email(store: &Store, email: &str) -> Result<Option<Customer>> {
    let email = email.to_lowercase();
    Ok(store
        .all::<Customer>(CUSTOMERS)?
        .into_iter()
        .find(|customer| customer.email.to_lowercase() == email))
}

fn account(customer: &Customer) -> Result<Account> {
    Ok(Account {
        id: customer.id.clone(),
        email: customer.email.clone(),
        name: customer.name.clone(),
        state: AccountState::Registered,
        can_sign_in: customer.password,
        created_at: customer.meta.timestamps.created_at.clone(),
        details: details(customer)?,
    })
}
