//! `/auth`: identities, tokens and sessions.

use std::time::Duration;

use anyhow::Result;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::records::{self, Identity};
use super::{error, unauthorized};
use crate::answer::{self, Answer};
use crate::call::Call;
use crate::shop::Shop;
use crate::token::Lifespan;
use crate::{express, password, token};

const DAY: Duration = Duration::from_hours(24);
const PROVIDER: &str = "emailpass";
/// Claims by the session cookie's value.
const SESSIONS: &str = "medusa/sessions";

/// What a token says about its bearer.
#[derive(Serialize, Deserialize)]
pub(super) struct Claims {
    /// The customer's id; empty in a token that was made before the customer.
    pub actor_id: String,
    pub actor_type: String,
    pub auth_identity_id: String,
    auth_provider: String,
    mfa_enabled: bool,
    mfa_challenge_completed_at: Option<String>,
    app_metadata: Map<String, Value>,
    user_metadata: Map<String, Value>,
    #[serde(flatten)]
    life: Lifespan,
}

/// Whoever calls as a customer, by token or by session; the customer itself may not exist yet.
pub(super) fn caller(call: &Call, shop: &Shop) -> Result<Option<Claims>> {
    let claims = match bearer(call) {
        Some(claims) => Some(claims),
        None => session(call, shop)?,
    };
    Ok(claims.filter(|claims| claims.actor_type == "customer"))
}

/// Makes an identity, or hands out a token for one that has no customer yet and the same password.
pub(super) fn register(call: &Call, body: &Value, shop: &Shop) -> Result<Answer> {
    let (actor, email, password) = match credentials(call, body) {
        Ok(credentials) => credentials,
        Err(problem) => return Ok(refused(&problem)),
    };
    let identity = match records::identity_by_email(shop.store, email)? {
        None => Identity::new(email, password)?,
        Some(identity)
            if identity.app_metadata.is_empty()
                && password::matches(password, &identity.password_hash) =>
        {
            identity
        }
        Some(_) => return Ok(refused("Identity with email already exists")),
    };
    identity.save(shop.store)?;
    hand_out(shop, &identity, &actor, String::new())
}

/// Hands out a token that carries the customer, if there is one.
pub(super) fn sign_in(call: &Call, body: &Value, shop: &Shop) -> Result<Answer> {
    let (actor, email, password) = match credentials(call, body) {
        Ok(credentials) => credentials,
        Err(problem) => return Ok(refused(&problem)),
    };
    match records::identity_by_email(shop.store, email)? {
        Some(identity) if password::matches(password, &identity.password_hash) => {
            let actor_id = identity.actor_id(&actor);
            hand_out(shop, &identity, &actor, actor_id)
        }
        _ => Ok(refused("Invalid email or password")),
    }
}

/// Exchanges a token for one that says what has become of the identity since.
pub(super) fn refresh(call: &Call, shop: &Shop) -> Result<Answer> {
    let Some(claims) = bearer(call) else {
        return Ok(unauthorized());
    };
    let Some(identity) = records::identity_by_id(shop.store, &claims.auth_identity_id)? else {
        return Ok(unauthorized());
    };
    let actor_id = identity.actor_id(&claims.actor_type);
    hand_out(shop, &identity, &claims.actor_type, actor_id)
}

/// Turns a token that carries a customer into a session cookie.
pub(super) fn start_session(call: &Call, shop: &Shop) -> Result<Answer> {
    let Some(claims) = bearer(call).filter(|claims| !claims.actor_id.is_empty()) else {
        return Ok(unauthorized());
    };
    let session = express::new_session();
    shop.store.put(SESSIONS, &session, &claims)?;
    let mut answer = answer::json(StatusCode::OK, &json!({ "user": claims }));
    express::set_session(call, &mut answer, &session);
    Ok(answer)
}

/// Ends the session that the cookie names.
pub(super) fn end_session(call: &Call, shop: &Shop) -> Result<Answer> {
    if let Some(session) = express::session(call) {
        shop.store.remove(SESSIONS, session)?;
    }
    let mut answer = answer::json(StatusCode::OK, &json!({ "success": true }));
    express::end_session(call, &mut answer);
    Ok(answer)
}

fn bearer(call: &Call) -> Option<Claims> {
    token::verify(call.bearer()?)
}

fn session(call: &Call, shop: &Shop) -> Result<Option<Claims>> {
    match express::session(call) {
        Some(session) => shop.store.get(SESSIONS, session),
        None => Ok(None),
    }
}

/// Actor type, email and password, or why they can't be used.
fn credentials<'a>(call: &Call, body: &'a Value) -> Result<(String, &'a str, &'a str), String> {
    let mut segments = call.segments().into_iter().skip(1);
    let (actor, provider) = (
        segments.next().unwrap_or_default(),
        segments.next().unwrap_or_default(),
    );
    if provider != PROVIDER {
        return Err(unknown_provider(&provider));
    }
    let text = |name| {
        body.get(name)
            .and_then(Value::as_str)
            .filter(|text| !text.is_empty())
    };
    let password = text("password").ok_or("Password should be a string")?;
    let email = text("email").ok_or("Email should be a string")?;
    Ok((actor, email, password))
}

fn hand_out(
    shop: &Shop,
    identity: &Identity,
    actor_type: &str,
    actor_id: String,
) -> Result<Answer> {
    let claims = Claims {
        actor_id,
        actor_type: actor_type.to_owned(),
        auth_identity_id: identity.id.clone(),
        auth_provider: PROVIDER.to_owned(),
        mfa_enabled: false,
        mfa_challenge_completed_at: None,
        app_metadata: identity.app_metadata.clone(),
        user_metadata: Map::new(),
        life: shop.lifespan(DAY),
    };
    Ok(answer::json(
        StatusCode::OK,
        &json!({ "token": token::sign(&claims)? }),
    ))
}

fn refused(message: &str) -> Answer {
    error(StatusCode::UNAUTHORIZED, "unauthorized", message)
}

fn unknown_provider(provider: &str) -> String {
    format!(
        "\nUnable to retrieve the auth provider with id: {provider}\nPlease make sure that the provider is registered \
         in the container and it is configured correctly in your project configuration file."
    )
}
