//! Access tokens. Anyone gets an implicit one for the public client id, a server another one with the secret.

use std::time::Duration;

use anyhow::Result;
use axum::http::StatusCode;
use serde_json::json;

use super::credentials::{CLIENT_ID, CLIENT_SECRET};
use super::errors::error;
use crate::context::Context;
use crate::id;
use crate::platform::shared::json::text;
use crate::request::Request;
use crate::response::{self, Response};
use crate::token::{self, Lifespan};

const HOUR: Duration = Duration::from_hours(1);
/// Lifespans, by token.
const TOKENS: &str = "elastic-path/tokens";

/// Issues a token for the client id, and for the client secret if the grant wants one.
pub(super) fn issue(request: &Request, context: &Context) -> Result<Response> {
    let form = request.form();
    let grant = match text(&form, "grant_type") {
        "implicit" => "implicit",
        "client_credentials" => "client_credentials",
        _ => {
            return Ok(error(
                StatusCode::BAD_REQUEST,
                "Bad Request",
                "The grant_type is not supported here",
            ));
        }
    };
    let is_secret = grant == "implicit" || text(&form, "client_secret") == CLIENT_SECRET;
    if text(&form, "client_id") != CLIENT_ID || !is_secret {
        return Ok(error(
            StatusCode::UNAUTHORIZED,
            "Unauthorized",
            "Unable to validate client id",
        ));
    }
    let (token, life) = (id::letters(40), context.lifespan(HOUR));
    context.store.put(TOKENS, &token, &life)?;
    let body = json!({
        "access_token": token,
        "client_id": CLIENT_ID,
        "expires": life.exp,
        "expires_in": life.exp - life.iat,
        "identifier": grant,
        "token_type": "Bearer",
    });
    Ok(response::json(StatusCode::OK, &body))
}

/// Whether the request has a token that has not expired.
pub(super) fn is_valid(request: &Request, context: &Context) -> Result<bool> {
    let Some(token) = request.bearer() else {
        return Ok(false);
    };
    let life: Option<Lifespan> = context.store.get(TOKENS, token)?;
    Ok(life.is_some_and(|life| life.exp > token::now()))
}

/// The response to a request without a valid token.
pub(super) fn invalid() -> Response {
    error(
        StatusCode::UNAUTHORIZED,
        "Unauthorized",
        "Unable to validate access token",
    )
}
