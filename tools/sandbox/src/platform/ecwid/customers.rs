//! The customers of the stores.

use anyhow::Result;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::errors::{error, wrong_parameter};
use super::fields;
use crate::account::{Account, AccountState, Group, oldest_first};
use crate::context::Context;
use crate::platform::samples::TAKEN_EMAIL;
use crate::platform::shared::json::text;
use crate::request::Request;
use crate::response::{self, Response};
use crate::store::Store;
use crate::{email, id, password};

/// Customers by their id.
const CUSTOMERS: &str = "ecwid/customers";
/// The id of the first customer.
const FIRST_ID: usize = 188_278_629;
/// The languages of the stores.
const LANGUAGES: [&str; 12] = [
    "en", "de", "fr", "es", "it", "nl", "pl", "pt", "sv", "ar", "he", "ja",
];
/// The customer groups of the stores.
const GROUPS: [(u64, &str); 2] = [(0, "General"), (9_367_001, "Wholesale")];

#[derive(Serialize, Deserialize)]
struct Customer {
    id: usize,
    created_at: String,
    password_hash: Option<String>,
    /// The body of the request that created it, without the password.
    fields: Map<String, Value>,
}

/// Creates a customer. Only a store with the legacy sign-in accepts a password.
pub(super) fn create(
    request: &Request,
    accepts_password: bool,
    context: &Context,
) -> Result<Response> {
    let Ok(body) = serde_json::from_slice::<Value>(&request.body) else {
        return Ok(wrong_parameter("The body is not JSON"));
    };
    if let Some(refusal) = validate(&body, accepts_password) {
        return Ok(refusal);
    }
    let customers = context.store.all::<Customer>(CUSTOMERS)?;
    let email = text(&body, "email").to_lowercase();
    if customers
        .iter()
        .any(|customer| customer.email().to_lowercase() == email)
    {
        let message = "A customer with this email already exists";
        return Ok(error(StatusCode::CONFLICT, "CONSTRAINT_VIOLATION", message));
    }
    let id = store(&body, FIRST_ID + customers.len(), context.store)?;
    Ok(response::json(StatusCode::OK, &json!({ "id": id })))
}

/// Every customer, oldest first.
pub(super) fn accounts(store: &Store) -> Result<Vec<Account>> {
    Ok(oldest_first(
        store
            .all::<Customer>(CUSTOMERS)?
            .into_iter()
            .map(account)
            .collect(),
    ))
}

/// The customer groups of the stores.
pub(super) fn groups(store: &Store) -> Result<Vec<Group>> {
    let customers = store.all::<Customer>(CUSTOMERS)?;
    let group = |(id, name): (u64, &str)| Group {
        id: id.to_string(),
        name: name.to_owned(),
        members: customers
            .iter()
            .filter(|customer| customer.group() == id)
            .count(),
        created_at: String::new(),
    };
    Ok(GROUPS.into_iter().map(group).collect())
}

/// Creates a registered customer.
pub(super) fn seed(records: &Store) -> Result<()> {
    let body = json!({ "email": TAKEN_EMAIL, "billingPerson": { "name": "Tove Aken" } });
    store(&body, FIRST_ID, records).map(drop)
}

fn validate(body: &Value, accepts_password: bool) -> Option<Response> {
    if let Some(message) = fields::error(body) {
        return Some(wrong_parameter(&message));
    }
    if !email::is_lenient(text(body, "email")) {
        return Some(wrong_parameter("email: a valid email is expected"));
    }
    if body.get("password").is_some() && !accepts_password {
        return Some(wrong_parameter(
            "password: this store has no legacy sign-in",
        ));
    }
    if body
        .get("lang")
        .and_then(Value::as_str)
        .is_some_and(|lang| !LANGUAGES.contains(&lang))
    {
        let message = "lang: the store is not translated into this language";
        return Some(error(
            StatusCode::BAD_REQUEST,
            "LANGUAGES_NOT_ALLOWED",
            message,
        ));
    }
    let group = body.get("customerGroupId").and_then(Value::as_u64)?;
    (!GROUPS.iter().any(|(id, _)| *id == group))
        .then(|| wrong_parameter("customerGroupId: there is no such group"))
}

fn store(body: &Value, id: usize, store: &Store) -> Result<usize> {
    let mut fields = body.as_object().cloned().unwrap_or_default();
    let password = fields.remove("password");
    let password_hash = password
        .as_ref()
        .and_then(Value::as_str)
        .map(password::hash)
        .transpose()?;
    let customer = Customer {
        id,
        created_at: id::timestamp(),
        password_hash,
        fields,
    };
    store.put(CUSTOMERS, &id.to_string(), &customer)?;
    Ok(id)
}

impl Customer {
    fn email(&self) -> &str {
        self.fields
            .get("email")
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    fn group(&self) -> u64 {
        self.fields
            .get("customerGroupId")
            .and_then(Value::as_u64)
            .unwrap_or_default()
    }
}

fn account(customer: Customer) -> Account {
    let name = customer
        .fields
        .get("billingPerson")
        .map(|person| text(person, "name"))
        .unwrap_or_default();
    Account {
        id: customer.id.to_string(),
        email: customer.email().to_owned(),
        name: name.to_owned(),
        state: AccountState::Registered,
        can_sign_in: true,
        created_at: customer.created_at,
        details: customer.fields,
    }
}
