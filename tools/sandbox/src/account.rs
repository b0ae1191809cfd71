//! What a platform shows of itself to people and tests: accounts, groups and credentials.

use anyhow::Result;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// How far a shopper's registration has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum AccountState {
    /// The customer exists.
    Registered,
    /// A customer record that nobody registered, as a guest checkout leaves it.
    Guest,
    /// Sign-in data without a customer: the registration broke off half-way.
    Unfinished,
}

/// One row of a platform's accounts. It never holds a password.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Account {
    /// The platform's id of the customer, or of the identity while there is no customer.
    pub id: String,
    /// The email as the platform stored it.
    pub email: String,
    /// First and last name, or the platform's one name; may be empty.
    pub name: String,
    /// How far the registration has come.
    pub state: AccountState,
    /// Whether the shopper can get in: by a password, or by a link where the platform sends one.
    pub can_sign_in: bool,
    /// RFC 3339, in UTC, with milliseconds.
    pub created_at: String,
    /// The platform's other fields, as it stores them.
    pub details: Map<String, Value>,
}

/// A customer group of a platform that has them.
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

/// Whose a credential is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum CredentialKind {
    /// A value for an attribute of the element; the credential has the attribute's name.
    Attribute,
    /// The store owner's own; it never belongs in a page.
    Owner,
    /// Sign-in data of a shopper who is there from the start.
    Shopper,
}

/// A value that the sandbox accepts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Credential {
    /// What it is, for example `publishable-key`.
    pub name: &'static str,
    /// The value itself.
    pub value: &'static str,
    /// Whose it is.
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

    /// A value that only the store's owner may know.
    pub(crate) const fn owner(name: &'static str, value: &'static str) -> Self {
        Self {
            name,
            value,
            kind: CredentialKind::Owner,
        }
    }

    /// Sign-in data of a shopper who is there from the start.
    pub(crate) const fn shopper(name: &'static str, value: &'static str) -> Self {
        Self {
            name,
            value,
            kind: CredentialKind::Shopper,
        }
    }
}

/// The two names in one text; a missing one leaves no gap.
pub(crate) fn full_name(first: Option<&str>, last: Option<&str>) -> String {
    [first, last]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ")
}

/// A record's fields, for [`Account::details`].
pub(crate) fn details(record: &impl Serialize) -> Result<Map<String, Value>> {
    Ok(serde_json::from_value(serde_json::to_value(record)?)?)
}

/// Sorts by the time of creation.
pub(crate) fn oldest_first(mut accounts: Vec<Account>) -> Vec<Account> {
    accounts.sort_by(|a, b| a.created_at.cmp(&b.created_at));
    accounts
}
