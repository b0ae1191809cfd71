//! `/auth`: identities, tokens and sessions.

use std::time::Duration;

use anyhow::Result;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::errors;
use super::records::{self, Identity};
use crate::context::Context;
use crate::platform::shared::session_cookie;
use crate::request::Request;
use crate::response::{self, Response};
use crate::token::Lifespan;
use crate::{password, token};

const DAY: Duration = Duration::from_hours(24);
const PROVIDER: &str = "emailpass";
/// Claims by the session cookie's value.
const SESSIONS: &str = "medusa/sessions";

/// The claims of a token.
#[derive(Serialize, Deserialize)]
pub(super) struct Claims {
    /// The customer's id. Empty in a token that is older than the customer.
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

/// The claims of a request by a customer, from the token or the session. The customer may not exist yet.
pub(super) fn caller(request: &Request, context: &Context) -> Result<Option<Claims>> {
    let claims = match bearer(request) {
        Some(claims) => Some(claims),
        None => session(request, context)?,
    };
    Ok(claims.filter(|claims| claims.actor_type == "customer"))
}

/// Creates an identity. An identity without a customer gets another token for the same password.
pub(super) fn register(request: &Request, body: &Value, context: &Context) -> Result<Response> {
    let (actor, email, password) = match credentials(request, body) {
        Ok(credentials) => credentials,
        Err(problem) => return Ok(errors::refused_credentials(&problem)),
    };
    let identity = match records::identity_by_email(context.store, email)? {
        None => Identity::new(email, password)?,
        Some(identity)
            if identity.app_metadata.is_empty()
                && password::matches(password, &identity.password_hash) =>
        {
            identity
        }
        Some(_) => {
            return Ok(errors::refused_credentials(
                "Identity with email already exists",
            ));
        }
    };
    identity.save(context.store)?;
    issue_token(context, &identity, &actor, String::new())
}

/// Issues a token with the customer, if there is one.
pub(super) fn sign_in(request: &Request, body: &Value, context: &Context) -> Result<Response> {
    let (actor, email, password) = match credentials(request, body) {
        Ok(credentials) => credentials,
        Err(problem) => return Ok(errors::refused_credentials(&problem)),
    };
    match records::identity_by_email(context.store, email)? {
        Some(identity) if password::matches(password, &identity.password_hash) => {
            let actor_id = identity.actor_id(&actor);
            issue_token(context, &identity, &actor, actor_id)
        }
        _ => Ok(errors::refused_credentials("Invalid email or password")),
    }
}

/// Exchanges a token for one with the current state of the identity.
pub(super) fn refresh(request: &Request, context: &Context) -> Result<Response> {
    let Some(claims) = bearer(request) else {
        return Ok(errors::unauthorized());
    };
    let Some(identity) = records::identity_by_id(context.store, &claims.auth_identity_id)? else {
        return Ok(errors::unauthorized());
    };
    let actor_id = identity.actor_id(&claims.actor_type);
    issue_token(context, &identity, &claims.actor_type, actor_id)
}

/// Sets a session cookie for a token with a customer.
pub(super) fn start_session(request: &Request, context: &Context) -> Result<Response> {
    let Some(claims) = bearer(request).filter(|claims| !claims.actor_id.is_empty()) else {
        return Ok(errors::unauthorized());
    };
    let session = session_cookie::new_id();
    context.store.put(SESSIONS, &session, &claims)?;
    let mut response = response::json(StatusCode::OK, &json!({ "user": claims }));
    session_cookie::set(request, &mut response, &session);
    Ok(response)
}

/// Ends the session that the cookie names.
pub(super) fn end_session(request: &Request, context: &Context) -> Result<Response> {
    if let Some(session) = session_cookie::get(request) {
        context.store.remove(SESSIONS, session)?;
    }
    let mut response = response::json(StatusCode::OK, &json!({ "success": true }));
    session_cookie::clear(request, &mut response);
    Ok(response)
}

fn bearer(request: &Request) -> Option<Claims> {
    token::verify(request.bearer()?)
}

fn session(request: &Request, context: &Context) -> Result<Option<Claims>> {
    match session_cookie::get(request) {
        Some(session) => context.store.get(SESSIONS, session),
        None => Ok(None),
    }
}

/// The actor type, the email and the password, or an error message.
fn credentials<'a>(
    request: &Request,
    body: &'a Value,
) -> Result<(String, &'a str, &'a str), String> {
    let mut segments = request.segments().into_iter().skip(1);
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

fn issue_token(
    context: &Context,
    identity: &Identity,
    actor_type: &str,
    actor_id: String,
) -> Result<Response> {
    let claims = Claims {
        actor_id,
        actor_type: actor_type.to_owned(),
        auth_identity_id: identity.id.clone(),
        auth_provider: PROVIDER.to_owned(),
        mfa_enabled: false,
        mfa_challenge_completed_at: None,
        app_metadata: identity.app_metadata.clone(),
        user_metadata: Map::new(),
        life: context.lifespan(DAY),
    };
    Ok(response::json(
        StatusCode::OK,
        &json!({ "token": token::sign(&claims)? }),
    ))
}

fn unknown_provider(provider: &str) -> String {
    format!(
        "\nUnable to retrieve the auth provider with id: {provider}\nPlease make sure that the provider is registered \
         in the container and it is configured correctly in your project configuration file."
    )
}
