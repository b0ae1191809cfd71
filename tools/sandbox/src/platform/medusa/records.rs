//! The records: identities, which sign in, and customers.

use anyhow::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::account::{Account, AccountState, oldest_first};
use crate::platform::samples::{
    ADMIN_EMAIL, ADMIN_PASSWORD, GUEST_EMAIL, TAKEN_EMAIL, TAKEN_PASSWORD,
};
use crate::platform::shared::medusa;
use crate::store::Store;
use crate::{id, password};

/// Identities, by the email as the shopper wrote it.
const IDENTITIES: &str = "medusa/identities";
/// Customers by their id.
const CUSTOMERS: &str = "medusa/customers";

/// An identity, which can sign in. `app_metadata` has the ids of its customer or user.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Identity {
    pub id: String,
    pub email: String,
    pub password_hash: String,
    pub app_metadata: Map<String, Value>,
    pub created_at: String,
}

/// A customer, in the format of the responses.
#[derive(Clone, Serialize, Deserialize)]
pub(super) struct Customer {
    pub id: String,
    pub email: String,
    pub company_name: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub phone: Option<String>,
    pub metadata: Option<Map<String, Value>>,
    pub has_account: bool,
    pub deleted_at: Option<String>,
    pub created_at: String,
    pub updated_at: String,
    pub addresses: Vec<Value>,
}

/// The fields of a new customer that a request can set.
#[derive(Default, Deserialize)]
pub(super) struct Profile {
    pub email: Option<String>,
    pub company_name: Option<String>,
    pub first_name: Option<String>,
    pub last_name: Option<String>,
    pub phone: Option<String>,
    pub metadata: Option<Map<String, Value>>,
}

impl Identity {
    pub fn new(email: &str, password: &str) -> Result<Self> {
        Ok(Self {
            id: id::sortable("authid"),
            email: email.to_owned(),
            password_hash: password::hash(password)?,
            app_metadata: Map::new(),
            created_at: id::timestamp(),
        })
    }

    /// The id that the identity has as `actor`, for example its customer id; empty if it has none.
    pub fn actor_id(&self, actor: &str) -> String {
        let id = self
            .app_metadata
            .get(&format!("{actor}_id"))
            .and_then(Value::as_str);
        id.unwrap_or_default().to_owned()
    }

    pub fn save(&self, store: &Store) -> Result<()> {
        store.put(IDENTITIES, &self.email, self)
    }
}

impl Customer {
    pub fn new(email: String, profile: Profile, has_account: bool) -> Self {
        let now = id::timestamp();
        Self {
            id: id::sortable("cus"),
            email,
            company_name: profile.company_name,
            first_name: profile.first_name,
            last_name: profile.last_name,
            phone: profile.phone,
            metadata: profile.metadata,
            has_account,
            deleted_at: None,
            created_at: now.clone(),
            updated_at: now,
            addresses: Vec::new(),
        }
    }

    pub fn save(&self, store: &Store) -> Result<()> {
        store.put(CUSTOMERS, &self.id, self)
    }
}

pub(super) fn identity_by_email(store: &Store, email: &str) -> Result<Option<Identity>> {
    store.get(IDENTITIES, email)
}

pub(super) fn identity_by_id(store: &Store, id: &str) -> Result<Option<Identity>> {
    Ok(store
        .all::<Identity>(IDENTITIES)?
        .into_iter()
        .find(|identity| identity.id == id))
}

pub(super) fn customer(store: &Store, id: &str) -> Result<Option<Customer>> {
    store.get(CUSTOMERS, id)
}

/// Whether there is a registered customer with exactly this email.
pub(super) fn is_registered(store: &Store, email: &str) -> Result<bool> {
    let customers = store.all::<Customer>(CUSTOMERS)?;
    Ok(customers
        .iter()
        .any(|customer| customer.has_account && customer.email == email))
}

/// The customers, and the identities without a customer.
pub(super) fn accounts(store: &Store) -> Result<Vec<Account>> {
    let identities = store.all::<Identity>(IDENTITIES)?;
    let signs_in = |customer: &Customer| {
        identities
            .iter()
            .any(|identity| identity.actor_id("customer") == customer.id)
    };
    let customers = store.all::<Customer>(CUSTOMERS)?;
    let mut accounts: Vec<Account> = customers
        .iter()
        .map(|customer| medusa::account(customer, signs_in(customer)))
        .collect::<Result<_>>()?;
    accounts.extend(
        identities
            .iter()
            .filter(|identity| identity.app_metadata.is_empty())
            .map(unfinished),
    );
    Ok(oldest_first(accounts))
}

fn unfinished(identity: &Identity) -> Account {
    Account {
        id: identity.id.clone(),
        email: identity.email.clone(),
        name: String::new(),
        state: AccountState::Unfinished,
        can_sign_in: false,
        created_at: identity.created_at.clone(),
        details: Map::new(),
    }
}

/// Creates a registered shopper, a guest, and the administrator's identity.
pub(super) fn seed(store: &Store) -> Result<()> {
    let name = |first: &str, last: &str| Profile {
        first_name: Some(first.to_owned()),
        last_name: Some(last.to_owned()),
        ..Profile::default()
    };
    let taken = Customer::new(TAKEN_EMAIL.to_owned(), name("Tove", "Aken"), true);
    taken.save(store)?;
    Customer::new(GUEST_EMAIL.to_owned(), name("Gus", "Estrada"), false).save(store)?;
    seed_identity(store, TAKEN_EMAIL, TAKEN_PASSWORD, "customer_id", taken.id)?;
    seed_identity(
        store,
        ADMIN_EMAIL,
        ADMIN_PASSWORD,
        "user_id",
        id::sortable("user"),
    )
}

fn seed_identity(
    store: &Store,
    email: &str,
    password: &str,
    key: &str,
    actor_id: String,
) -> Result<()> {
    let mut identity = Identity::new(email, password)?;
    identity
        .app_metadata
        .insert(key.to_owned(), actor_id.into());
    identity.save(store)
}
