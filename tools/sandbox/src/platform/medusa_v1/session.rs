//! Sessions and tokens of customers.

use std::time::Duration;

use anyhow::Result;
use axum::http::StatusCode;
use serde::{Deserialize, Serialize};

use super::records::{self, Customer};
use crate::context::Context;
use crate::platform::shared::session_cookie;
use crate::request::Request;
use crate::response::{self, Response};
use crate::token;
use crate::token::Lifespan;

const MONTH: Duration = Duration::from_hours(30 * 24);
/// The ids of customers, by the value of the session cookie.
const SESSIONS: &str = "medusa-v1/sessions";

#[derive(Serialize, Deserialize)]
struct Claims {
    customer_id: String,
    domain: String,
    #[serde(flatten)]
    life: Lifespan,
}

/// The customer of the session or the token.
pub(super) fn customer(request: &Request, context: &Context) -> Result<Option<Customer>> {
    let id = match session(request, context)? {
        Some(id) => Some(id),
        None => request
            .bearer()
            .and_then(token::verify::<Claims>)
            .map(|claims| claims.customer_id),
    };
    id.map_or(Ok(None), |id| records::customer(context.store, &id))
}

/// Starts a session.
pub(super) fn start(
    request: &Request,
    context: &Context,
    customer: &Customer,
    response: &mut Response,
) -> Result<()> {
    let session = session_cookie::new_id();
    context.store.put(SESSIONS, &session, &customer.id)?;
    session_cookie::set(request, response, &session);
    Ok(())
}

/// Ends the session.
pub(super) fn end(request: &Request, context: &Context) -> Result<Response> {
    if let Some(session) = session_cookie::get(request) {
        context.store.remove(SESSIONS, session)?;
    }
    Ok(response::text(StatusCode::OK, "OK"))
}

/// A token for 30 days.
pub(super) fn token(customer: &Customer, context: &Context) -> Result<String> {
    let life = context.lifespan(MONTH);
    token::sign(&Claims {
        customer_id: customer.id.clone(),
        domain: "store".to_owned(),
        life,
    })
}

/// Adds a session cookie to a response, if the browser has no session. The real server always does so.
pub(super) fn ensure_cookie(
    request: &Request,
    context: &Context,
    response: &mut Response,
) -> Result<()> {
    let signs_out = request.method == axum::http::Method::DELETE;
    let has_cookie = response
        .headers()
        .contains_key(axum::http::header::SET_COOKIE);
    if !signs_out && !has_cookie && session(request, context)?.is_none() {
        session_cookie::set(request, response, &session_cookie::new_id());
    }
    Ok(())
}

fn session(request: &Request, context: &Context) -> Result<Option<String>> {
    session_cookie::get(request).map_or(Ok(None), |session| context.store.get(SESSIONS, session))
}
