//! `/api/customers`.

use anyhow::Result;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::document::{self, Draft};
use super::{errors, groups, media_type};
use crate::account::{Account, AccountState, oldest_first};
use crate::context::Context;
use crate::platform::samples::{TAKEN_EMAIL, TAKEN_PASSWORD};
use crate::request::Request;
use crate::response::Response;
use crate::store::Store;
use crate::{email, id, password};

/// Where the customers are, by their id.
pub(super) const PATH: &str = "/api/customers/";
/// Customers by their id.
const CUSTOMERS: &str = "commerce-layer/customers";
const ATTRIBUTES: [&str; 8] = [
    "email",
    "password",
    "reference",
    "reference_origin",
    "metadata",
    "shopper_reference",
    "profile_id",
    "tax_exemption_code",
];
const GROUP: &str = "customer_group";
const RELATIONSHIPS: [&str; 8] = [
    GROUP,
    "customer_addresses",
    "customer_payment_sources",
    "customer_subscriptions",
    "orders",
    "order_subscriptions",
    "returns",
    "attachments",
];

/// A customer, as the store keeps it.
#[derive(Serialize, Deserialize)]
struct Customer {
    id: String,
    /// The id of the customer's group.
    group: Option<String>,
    password_hash: Option<String>,
    created_at: String,
    /// The attributes of the request that created it, without the password.
    attributes: Map<String, Value>,
}

/// Creates a customer. A sales channel may read it only once the customer has signed in.
pub(super) fn create(request: &Request, context: &Context) -> Result<Response> {
    let draft = match document::read(request, "customers", &ATTRIBUTES) {
        Ok(draft) => draft,
        Err(refusal) => return Ok(*refusal),
    };
    if draft.relationships.keys().any(|name| name != GROUP) {
        return Ok(errors::denied());
    }
    let invalid = invalid_attributes(&draft.attributes, context.store)?;
    if !invalid.is_empty() {
        return Ok(errors::unprocessable(invalid));
    }
    let group = match group(&draft) {
        Ok(group) => group,
        Err(error) => return Ok(errors::unprocessable(vec![error])),
    };
    if let Some(group) = &group
        && !groups::exists(context.store, group)?
    {
        let detail = format!("The record identified by {group} could not be found.");
        return Ok(errors::refusal(
            StatusCode::NOT_FOUND,
            "RECORD_NOT_FOUND",
            "Record not found",
            &detail,
        ));
    }
    let customer = store(draft.attributes, group, context.store)?;
    Ok(document::created_response(
        request,
        "customers",
        &customer.id,
        &customer.to_json(),
        &RELATIONSHIPS,
    ))
}

/// Reads the customer in the path, if that is the one who has signed in.
pub(super) fn read(request: &Request, owner: Option<&str>, store: &Store) -> Result<Response> {
    let id = request.path.trim_start_matches(PATH).trim_end_matches('/');
    let customer = store.get::<Customer>(CUSTOMERS, id)?;
    let Some(customer) = customer.filter(|_| owner == Some(id)) else {
        return Ok(errors::denied());
    };
    let attributes = customer.to_json();
    let data = document::resource(request, "customers", id, &attributes, &RELATIONSHIPS);
    Ok(media_type::document(
        StatusCode::OK,
        &json!({ "data": data }),
    ))
}

/// The id of the customer with this email and this password.
pub(super) fn authenticate(store: &Store, email: &str, password: &str) -> Result<Option<String>> {
    let matches = |hash: &String| password::matches(password, hash);
    let customer = by_email(store, email)?;
    Ok(customer
        .filter(|customer| customer.password_hash.as_ref().is_some_and(matches))
        .map(|customer| customer.id))
}

/// The group ids of the customers who are in a group.
pub(super) fn memberships(store: &Store) -> Result<Vec<String>> {
    let customers = all(store)?.into_iter();
    Ok(customers.filter_map(|customer| customer.group).collect())
}

/// Every customer, oldest first.
pub(super) fn accounts(store: &Store) -> Result<Vec<Account>> {
    Ok(oldest_first(all(store)?.into_iter().map(account).collect()))
}

/// Creates a registered customer.
pub(super) fn seed(records: &Store) -> Result<()> {
    let metadata = json!({ "first_name": "Tove", "last_name": "Aken" });
    let attributes =
        json!({ "email": TAKEN_EMAIL, "password": TAKEN_PASSWORD, "metadata": metadata });
    store(
        attributes.as_object().cloned().unwrap_or_default(),
        None,
        records,
    )
    .map(drop)
}

fn invalid_attributes(attributes: &Map<String, Value>, store: &Store) -> Result<Vec<Value>> {
    let mut found = errors::wrong_types(attributes);
    let value = attributes.get("email");
    let taken = |email| Ok::<_, anyhow::Error>(by_email(store, email)?.is_some());
    match value.and_then(Value::as_str) {
        None | Some("") => found.push(errors::invalid("email", value, "blank", "can't be blank")),
        Some(email) if !email::is_lenient(email) => {
            found.push(errors::invalid("email", value, "invalid", "is invalid"));
        }
        Some(email) if taken(email)? => {
            found.push(errors::invalid(
                "email",
                value,
                "taken",
                "has already been taken",
            ));
        }
        Some(_) => {}
    }
    let length = attributes
        .get("shopper_reference")
        .and_then(Value::as_str)
        .map(|text| text.chars().count());
    if length.is_some_and(|length| !(3..=128).contains(&length)) {
        found.push(errors::invalid(
            "shopper_reference",
            None,
            "wrong_length",
            "is the wrong length",
        ));
    }
    Ok(found)
}

/// The id of the group that the request names, if any.
fn group(draft: &Draft) -> std::result::Result<Option<String>, Value> {
    let Some(relationship) = draft.relationships.get(GROUP) else {
        return Ok(None);
    };
    let text = |path| relationship.pointer(path).and_then(Value::as_str);
    match (text("/data/type"), text("/data/id")) {
        (Some("customer_groups"), Some(id)) => Ok(Some(id.to_owned())),
        _ => Err(errors::malformed(GROUP)),
    }
}

fn store(
    mut attributes: Map<String, Value>,
    group: Option<String>,
    store: &Store,
) -> Result<Customer> {
    let password = attributes
        .remove("password")
        .and_then(|password| password.as_str().map(str::to_owned));
    let customer = Customer {
        id: document::new_id(),
        group,
        password_hash: password
            .filter(|text| !text.is_empty())
            .map(|text| password::hash(&text))
            .transpose()?,
        created_at: id::timestamp(),
        attributes,
    };
    store.put(CUSTOMERS, &customer.id, &customer)?;
    Ok(customer)
}

fn all(store: &Store) -> Result<Vec<Customer>> {
    store.all(CUSTOMERS)
}

fn by_email(store: &Store, email: &str) -> Result<Option<Customer>> {
    let email = email.to_lowercase();
    Ok(all(store)?
        .into_iter()
        .find(|customer| customer.text("email").to_lowercase() == email))
}

impl Customer {
    fn text(&self, name: &str) -> &str {
        self.attributes
            .get(name)
            .and_then(Value::as_str)
            .unwrap_or_default()
    }

    fn to_json(&self) -> Value {
        json!({
            "email": self.text("email"),
            "status": "prospect",
            "has_password": self.password_hash.is_some(),
            "created_at": self.created_at,
            "updated_at": self.created_at,
            "reference": self.attributes.get("reference"),
            "reference_origin": self.attributes.get("reference_origin"),
            "metadata": self.attributes.get("metadata").unwrap_or(&json!({})),
        })
    }
}

fn account(customer: Customer) -> Account {
    let metadata = customer.attributes.get("metadata");
    let part = |name: &str| {
        metadata
            .and_then(|metadata| metadata.get(name))
            .and_then(Value::as_str)
    };
    let mut details = customer.attributes.clone();
    details.insert("customer_group".to_owned(), customer.group.clone().into());
    Account {
        id: customer.id.clone(),
        email: customer.text("email").to_owned(),
        name: crate::account::full_name(part("first_name"), part("last_name")),
        state: AccountState::Registered,
        can_sign_in: customer.password_hash.is_some(),
        created_at: customer.created_at.clone(),
        details,
    }
}
