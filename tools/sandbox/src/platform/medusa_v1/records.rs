//! The records: customers, and the passwords of registered customers.

use anyhow::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use crate::account::{Account, oldest_first};
use crate::platform::samples::{GUEST_EMAIL, TAKEN_EMAIL, TAKEN_PASSWORD};
use crate::platform::shared::medusa;
use crate::store::Store;
use crate::{id, password};

/// Customers by their id.
const CUSTOMERS: &str = "medusa-v1/customers";
/// Password hashes, by the customer's id.
const PASSWORDS: &str = "medusa-v1/passwords";

/// A customer, in the format of the responses.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Customer {
    pub id: String,
    pub created_at: String,
    pub updated_at: String,
    pub deleted_at: Option<String>,
    pub email: String,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub billing_address_id: Option<String>,
    pub phone: Option<String>,
    pub has_account: bool,
    pub metadata: Option<Map<String, Value>>,
}

/// The body that creates a customer.
#[derive(Deserialize)]
pub(super) struct Profile {
    pub email: String,
    pub password: String,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub phone: Option<String>,
}

impl Customer {
    /// Creates a customer. A customer without a password has no account.
    pub fn create(profile: Profile, store: &Store) -> Result<Self> {
        let now = id::timestamp();
        let customer = Self {
            id: id::sortable("cus"),
            created_at: now.clone(),
            updated_at: now,
            deleted_at: None,
            email: profile.email.to_lowercase(),
            first_name: profile.first_name,
            last_name: profile.last_name,
            billing_address_id: None,
            phone: profile.phone,
            has_account: !profile.password.is_empty(),
            metadata: None,
        };
        if customer.has_account {
            store.put(PASSWORDS, &customer.id, &password::hash(&profile.password)?)?;
        }
        store.put(CUSTOMERS, &customer.id, &customer)?;
        Ok(customer)
    }

    /// The response of the routes for customers.
    pub fn with_addresses(&self) -> Value {
        self.with_fields(&[
            ("billing_address", Value::Null),
            ("shipping_addresses", json!([])),
        ])
    }

    /// The response of the routes for signing in.
    pub fn with_orders(&self) -> Value {
        self.with_fields(&[("orders", json!([])), ("shipping_addresses", json!([]))])
    }

    fn with_fields(&self, added: &[(&str, Value)]) -> Value {
        let mut customer = json!(self);
        if let Some(fields) = customer.as_object_mut() {
            fields.extend(
                added
                    .iter()
                    .map(|(name, value)| ((*name).to_owned(), value.clone())),
            );
        }
        json!({ "customer": customer })
    }
}

pub(super) fn customer(store: &Store, id: &str) -> Result<Option<Customer>> {
    store.get(CUSTOMERS, id)
}

/// Guests and customers with this email, in any case.
pub(super) fn by_email(store: &Store, email: &str) -> Result<Vec<Customer>> {
    let email = email.to_lowercase();
    Ok(store
        .all::<Customer>(CUSTOMERS)?
        .into_iter()
        .filter(|customer| customer.email == email)
        .collect())
}

/// The customer with the email and the password of a body.
pub(super) fn authenticate(store: &Store, body: &Value) -> Result<Option<Customer>> {
    let text = |name| body.get(name).and_then(Value::as_str).unwrap_or_default();
    for customer in by_email(store, text("email"))? {
        let hash = store.get::<String>(PASSWORDS, &customer.id)?;
        if hash.is_some_and(|hash| password::matches(text("password"), &hash)) {
            return Ok(Some(customer));
        }
    }
    Ok(None)
}

pub(super) fn accounts(store: &Store) -> Result<Vec<Account>> {
    let accounts = store
        .all::<Customer>(CUSTOMERS)?
        .iter()
        .map(|customer| medusa::account(customer, customer.has_account))
        .collect::<Result<_>>()?;
    Ok(oldest_first(accounts))
}

/// Creates a registered shopper and a guest.
pub(super) fn seed(store: &Store) -> Result<()> {
    seed_customer(store, TAKEN_EMAIL, TAKEN_PASSWORD, ("Tove", "Aken"))?;
    seed_customer(store, GUEST_EMAIL, "", ("Gus", "Estrada"))
}

fn seed_customer(
    store: &Store,
    email: &str,
    password: &str,
    (first, last): (&str, &str),
) -> Result<()> {
    let profile = Profile {
        email: email.to_owned(),
        password: password.to_owned(),
        first_name: Some(first.to_owned()),
        last_name: Some(last.to_owned()),
        phone: None,
    };
    Customer::create(profile, store).map(drop)
}
