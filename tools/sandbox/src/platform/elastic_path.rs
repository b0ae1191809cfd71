//! Elastic Path: customers, and account members who sign themselves up. One API, two platforms.

mod customers;
mod members;
mod tokens;

use anyhow::Result;
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::samples::{TAKEN_EMAIL, TAKEN_PASSWORD};
use super::{Platform, answer_shared};
use crate::account::{Account, Credential};
use crate::answer::{self, Answer};
use crate::call::Call;
use crate::id;
use crate::shop::Shop;
use crate::store::Store;

/// The public client id of the store.
pub const CLIENT_ID: &str = "3hq8Vx0ZkfTn1yLd6sWbRgPcJmAe9uKo";
/// The password profile that account members sign up with.
pub const PASSWORD_PROFILE_ID: &str = "8d1e5f0a-6b4c-4f57-9f6e-2c7a90d3b1e4";

/// Shoppers as customers.
pub(crate) static CUSTOMERS: ElasticPath = ElasticPath {
    audience: Audience::Customers,
};
/// Shoppers as account members.
pub(crate) static MEMBERS: ElasticPath = ElasticPath {
    audience: Audience::Members,
};

/// Elastic Path, seen as the platform for one kind of shopper. Both answer the whole API.
pub(crate) struct ElasticPath {
    audience: Audience,
}

enum Audience {
    Customers,
    Members,
}

impl Platform for ElasticPath {
    fn id(&self) -> &'static str {
        match self.audience {
            Audience::Customers => "elastic-path",
            Audience::Members => "elastic-path-account",
        }
    }

    fn name(&self) -> &'static str {
        match self.audience {
            Audience::Customers => "Elastic Path customers",
            Audience::Members => "Elastic Path account members",
        }
    }

    fn steps(&self) -> &'static [&'static str] {
        &["token", "create", "sign-in"]
    }

    fn areas(&self) -> &'static [&'static str] {
        &["api"]
    }

    fn step(&self, call: &Call) -> Option<&'static str> {
        match (call.method.as_str(), call.path.trim_end_matches('/')) {
            ("POST", "/oauth/access_token") => Some("token"),
            ("POST", "/v2/customers") => Some("create"),
            ("POST", "/v2/customers/tokens") => Some("sign-in"),
            ("POST", "/v2/account-members/tokens") if members::signs_in(&data(call)) => {
                Some("sign-in")
            }
            ("POST", "/v2/account-members/tokens") => Some("create"),
            _ => None,
        }
    }

    fn answer(&self, call: &Call, shop: &Shop) -> Result<Answer> {
        answer_shared(self, call, shop, || self.respond(call, shop))
    }

    fn refusal(&self, status: StatusCode) -> Value {
        let reason = status.canonical_reason().unwrap_or_default();
        let error = json!({ "status": status.as_u16(), "title": reason, "detail": reason, "request_id": id::uuid() });
        json!({ "errors": [error] })
    }

    fn expired(&self) -> Answer {
        tokens::refused()
    }

    fn accounts(&self, store: &Store) -> Result<Vec<Account>> {
        match self.audience {
            Audience::Customers => customers::accounts(store),
            Audience::Members => members::accounts(store),
        }
    }

    fn credentials(&self) -> &'static [Credential] {
        const CLIENT: Credential = Credential::attribute("client-id", CLIENT_ID);
        const PROFILE: Credential =
            Credential::attribute("password-profile-id", PASSWORD_PROFILE_ID);
        const EMAIL: Credential = Credential::shopper("taken email", TAKEN_EMAIL);
        const PASSWORD: Credential = Credential::shopper("its password", TAKEN_PASSWORD);
        match self.audience {
            Audience::Customers => const { &[CLIENT, EMAIL, PASSWORD] },
            Audience::Members => const { &[CLIENT, PROFILE, EMAIL, PASSWORD] },
        }
    }

    fn seed(&self, store: &Store) -> Result<()> {
        match self.audience {
            Audience::Customers => customers::seed(store),
            Audience::Members => members::seed(store),
        }
    }
}

impl ElasticPath {
    /// The token is checked before the body, and the body before the store.
    fn respond(&self, call: &Call, shop: &Shop) -> Result<Answer> {
        let path = call.path.trim_end_matches('/');
        let Some(step) = self.step(call) else {
            return Ok(error(
                StatusCode::NOT_FOUND,
                "Not Found",
                "The requested route was not found",
            ));
        };
        if step == "token" {
            return tokens::hand_out(call, shop);
        }
        if !tokens::is_valid(call, shop)? {
            return Ok(tokens::refused());
        }
        if let Some(refusal) = envelope(call) {
            return Ok(refusal);
        }
        match (path, step) {
            ("/v2/customers", _) => customers::create(&data(call), shop),
            ("/v2/customers/tokens", _) => customers::sign_in(&data(call), shop),
            (_, "sign-in") => members::sign_in(&data(call), shop),
            _ => members::sign_up(&data(call), shop),
        }
    }
}

/// Refuses what is no JSON, and members beside `data`.
fn envelope(call: &Call) -> Option<Answer> {
    if call.media_type() != "application/json" {
        let status = StatusCode::UNSUPPORTED_MEDIA_TYPE;
        return Some(error(
            status,
            "Unsupported Media Type",
            "The body has to be JSON.",
        ));
    }
    let body: Value = serde_json::from_slice(&call.body).ok()?;
    let members = body.as_object()?.keys();
    let others: Vec<String> = members
        .filter(|name| *name != "data")
        .map(|name| format!("The {name} field is not allowed."))
        .collect();
    (!others.is_empty()).then(|| invalid(&others))
}

/// The object under `data`; null if the body is something else.
fn data(call: &Call) -> Value {
    serde_json::from_slice::<Value>(&call.body)
        .ok()
        .and_then(|body| body.get("data").cloned())
        .unwrap_or_default()
}

/// The fields of `data` that have to be texts of some length and are not, each as one error; none if all is well.
fn missing(data: &Value, required: &[&str]) -> Option<Answer> {
    let is_there = |name: &str| {
        data.get(name)
            .and_then(Value::as_str)
            .is_some_and(|text| !text.is_empty())
    };
    let details: Vec<String> = required
        .iter()
        .filter(|name| !is_there(name))
        .map(|name| format!("The data.{name} field is required."))
        .collect();
    (!details.is_empty()).then(|| invalid(&details))
}

/// The fields of `data` that the route doesn't know, each as one error; none if it knows all.
fn unknown(data: &Value, known: &[&str]) -> Option<Answer> {
    let fields = data.as_object()?;
    let unknown = fields.keys().filter(|name| !known.contains(&name.as_str()));
    let details: Vec<String> = unknown
        .map(|name| format!("The data.{name} field is not allowed."))
        .collect();
    (!details.is_empty()).then(|| invalid(&details))
}

fn invalid(details: &[String]) -> Answer {
    let errors: Vec<Value> = details
        .iter()
        .map(|detail| json!({ "detail": detail, "title": "Failed Validation" }))
        .collect();
    answer::json(
        StatusCode::UNPROCESSABLE_ENTITY,
        &json!({ "errors": errors }),
    )
}

fn text<'a>(data: &'a Value, name: &str) -> &'a str {
    data.get(name).and_then(Value::as_str).unwrap_or_default()
}

fn error(status: StatusCode, title: &str, detail: &str) -> Answer {
    let error = json!({ "status": status.as_u16(), "title": title, "detail": detail, "request_id": id::uuid() });
    answer::json(status, &json!({ "errors": [error] }))
}
