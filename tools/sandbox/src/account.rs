//! Accounts, groups and credentials, as the page and the control API show them.

use anyhow::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// The state of a registration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountState {
    /// The customer exists.
    Registered,
    /// A customer without an account, from a guest checkout.
    Guest,
    /// An identity without a customer: the registration stopped after its first request.
    Unfinished,
}

/// An account of a platform. It never contains a password.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// The platform's id of the customer, or of the identity if there is no customer.
    pub id: String,
    /// The email as the platform stored it.
    pub email: String,
    /// The first and last name, or the full name on platforms with one name field. May be empty.
    pub name: String,
    /// The state of the registration.
    pub state: AccountState,
    /// Whether the shopper can sign in: with a password, or with a link on platforms that send one.
    pub can_sign_in: bool,
    /// RFC 3339, in UTC, with milliseconds.
    pub created_at: String,
    /// All fields of the record, as the platform stores them.
    pub details: Map<String, Value>,
}

/// A customer group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Group {
    /// The platform's id of the group.
    pub id: String,
    /// The group's name.
    pub name: String,
    /// How many accounts are in it.
    pub members: usize,
    /// RFC 3339, in UTC, with milliseconds.
    pub created_at: String,
}

/// Who uses a credential.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CredentialKind {
    /// A page: it is the value of the attribute with the same name.
    Attribute,
    /// The store's owner. It must not be in a page.
    Owner,
    /// A shopper who has an account from the start.
    Shopper,
}

/// A value that the sandbox accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Credential {
    /// Its name, for example `publishable-key`.
    pub name: &'static str,
    /// The value itself.
    pub value: &'static str,
    /// Who uses it.
    pub kind: CredentialKind,
}

impl Credential {
    /// A value for the attribute `name` of the element.
    pub(crate) const fn attribute(name: &'static str, value: &'static str) -> Self {
        Self {
            name,
            value,
            kind: CredentialKind::Attribute,
        }
    }

    /// A credential of the store's owner.
    pub(crate) const fn owner(name: &'static str, value: &'static str) -> Self {
        Self {
            name,
            value,
            kind: CredentialKind::Owner,
        }
    }

    /// A credential of a shopper who has an account from the start.
    pub(crate) const fn shopper(name: &'static str, value: &'static str) -> Self {
        Self {
            name,
            value,
            kind: CredentialKind::Shopper,
        }
    }
}

/// Both names, with a space between them if both are there.
pub(crate) fn full_name(first: Option<&str>, last: Option<&str>) -> String {
    [first, last]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// The fields of a record, for [`Account::details`].
pub(crate) fn details(record: &impl Serialize) -> Result<Map<String, Value>> {
    Ok(serde_json::from_value(serde_json::to_value(record)?)?)
}

/// Sorts accounts by the time of their creation.
pub(crate) fn oldest_first(mut accounts: Vec<Account>) -> Vec<Account> {
    accounts.sort_by(|a, b| a.created_at.cmp(&b.created_at));
    accounts
}
