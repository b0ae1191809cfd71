//! `/v2/account-members/tokens`: sign-up and sign-in of account members.

use std::time::Duration;

use anyhow::Result;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::body::{missing_fields, unknown_fields};
use super::credentials::PASSWORD_PROFILE_ID;
use super::errors::{error, invalid};
use crate::account::{Account, AccountState, oldest_first};
use crate::context::Context;
use crate::platform::samples::{TAKEN_EMAIL, TAKEN_PASSWORD};
use crate::platform::shared::json::text;
use crate::response::{self, Response};
use crate::store::Store;
use crate::{email, id, password, token};

/// Members, by the username as the shopper wrote it.
const MEMBERS: &str = "elastic-path/members";
const DAY: Duration = Duration::from_hours(24);
const MIN_PASSWORD_LENGTH: usize = 8;
const TYPE: &str = "account_management_authentication_token";
const SIGN_IN: [&str; 5] = [
    "type",
    "authentication_mechanism",
    "password_profile_id",
    "username",
    "password",
];
const SIGN_UP: [&str; 7] = [
    "type",
    "authentication_mechanism",
    "password_profile_id",
    "username",
    "password",
    "name",
    "email",
];

#[derive(Serialize, Deserialize)]
struct Member {
    id: String,
    account_id: String,
    username: String,
    name: String,
    email: String,
    password_hash: String,
    created_at: String,
}

/// The claim of a member's token that names the member.
#[derive(Deserialize)]
struct Owner {
    sub: String,
}

impl Member {
    /// The member, as the store shows it to the shopper.
    fn to_json(&self) -> Value {
        json!({
            "type": "account_member",
            "id": self.id,
            "name": self.name,
            "email": self.email,
            "meta": { "timestamps": { "created_at": self.created_at, "updated_at": self.created_at } },
        })
    }
}

/// Whether the request is a sign-in, not a sign-up.
pub(super) fn is_sign_in(data: &Value) -> bool {
    text(data, "authentication_mechanism") == "password"
}

/// Creates a member with an account, and signs in.
pub(super) fn sign_up(data: &Value, context: &Context) -> Result<Response> {
    if let Some(refusal) = validate(data) {
        return Ok(refusal);
    }
    if context
        .store
        .get::<Member>(MEMBERS, text(data, "username"))?
        .is_some()
    {
        return Ok(error(
            StatusCode::CONFLICT,
            "Conflict",
            "An account member with this username already exists",
        ));
    }
    issue_token(&store(data, context.store)?, context)
}

/// Signs a member in.
pub(super) fn sign_in(data: &Value, context: &Context) -> Result<Response> {
    if let Some(refusal) = missing_fields(data, &SIGN_IN).or_else(|| unknown_fields(data, &SIGN_IN))
    {
        return Ok(refusal);
    }
    match context
        .store
        .get::<Member>(MEMBERS, text(data, "username"))?
    {
        Some(member) if password::matches(text(data, "password"), &member.password_hash) => {
            issue_token(&member, context)
        }
        _ => Ok(error(
            StatusCode::UNAUTHORIZED,
            "Unauthorized",
            "Invalid username or password",
        )),
    }
}

/// Lists the members that the shopper's token lets the shopper see: one, the shopper.
pub(super) fn list(token: Option<&str>, store: &Store) -> Result<Response> {
    let Some(owner) = token.and_then(token::verify::<Owner>) else {
        return Ok(error(StatusCode::FORBIDDEN, "Forbidden", "Forbidden"));
    };
    let mut members = store.all::<Member>(MEMBERS)?;
    members.retain(|member| member.id == owner.sub);
    let data: Vec<Value> = members.iter().map(Member::to_json).collect();
    Ok(response::json(
        StatusCode::OK,
        &json!({ "meta": { "results": { "total": data.len() } }, "data": data }),
    ))
}

/// Every member, oldest first.
pub(super) fn accounts(store: &Store) -> Result<Vec<Account>> {
    Ok(oldest_first(
        store
            .all::<Member>(MEMBERS)?
            .into_iter()
            .map(account)
            .collect(),
    ))
}

/// Creates a registered member.
pub(super) fn seed(records: &Store) -> Result<()> {
    let data = json!({
        "username": TAKEN_EMAIL, "name": "Tove Aken", "email": TAKEN_EMAIL, "password": TAKEN_PASSWORD,
    });
    store(&data, records).map(drop)
}

fn validate(data: &Value) -> Option<Response> {
    missing_fields(data, &SIGN_UP)
        .or_else(|| unknown_fields(data, &SIGN_UP))
        .or_else(|| {
            let mut details = Vec::new();
            if text(data, "type") != TYPE {
                details.push(format!("The data.type field must be {TYPE}."));
            }
            if text(data, "authentication_mechanism") != "self_signup" {
                details.push(
                    "The data.authentication_mechanism field must be self_signup or password."
                        .to_owned(),
                );
            }
            if !email::is_lenient(text(data, "email")) {
                details.push("The data.email must be a valid email address.".to_owned());
            }
            if text(data, "password").chars().count() < MIN_PASSWORD_LENGTH {
                details.push(format!(
                    "The data.password must be at least {MIN_PASSWORD_LENGTH} characters."
                ));
            }
            if !details.is_empty() {
                return Some(invalid(&details));
            }
            let is_known = text(data, "password_profile_id") == PASSWORD_PROFILE_ID;
            (!is_known).then(|| {
                error(
                    StatusCode::NOT_FOUND,
                    "Not Found",
                    "The password profile was not found",
                )
            })
        })
}

fn store(data: &Value, store: &Store) -> Result<Member> {
    let member = Member {
        id: id::uuid(),
        account_id: id::uuid(),
        username: text(data, "username").to_owned(),
        name: text(data, "name").to_owned(),
        email: text(data, "email").to_owned(),
        password_hash: password::hash(text(data, "password"))?,
        created_at: id::timestamp(),
    };
    store.put(MEMBERS, &member.username, &member)?;
    Ok(member)
}

fn issue_token(member: &Member, context: &Context) -> Result<Response> {
    let life = context.lifespan(DAY);
    let claims = json!({ "sub": member.id, "account_id": member.account_id, "iat": life.iat, "exp": life.exp });
    let token = json!({
        "account_id": member.account_id,
        "account_name": member.name,
        "expires": id::timestamp_of(life.exp),
        "token": token::sign(&claims)?,
        "type": TYPE,
    });
    let meta = json!({ "account_member_id": member.id, "results": { "total": 1 } });
    Ok(response::json(
        StatusCode::CREATED,
        &json!({ "data": [token], "meta": meta }),
    ))
}

fn account(member: Member) -> Account {
    let mut details = Map::new();
    details.insert("username".to_owned(), member.username.into());
    details.insert("account_id".to_owned(), member.account_id.into());
    Account {
        id: member.id,
        email: member.email,
        name: member.name,
        state: AccountState::Registered,
        can_sign_in: true,
        created_at: member.created_at,
        details,
    }
}
