//! The trait of the platforms.

use anyhow::Result;
use axum::http::StatusCode;
use serde_json::Value;

use crate::account::{Account, Credential, Group};
use crate::context::Context;
use crate::cors;
use crate::request::Request;
use crate::response::{self, Response};
use crate::store::Store;

/// A platform: the requests that it knows, and its responses.
pub(crate) trait Platform: Sync {
    /// Its id: the value of the element's attribute `platform`, and the first segment of its paths.
    fn id(&self) -> &'static str;

    /// Its name for people.
    fn name(&self) -> &'static str;

    /// The names of its requests. A fault names one of them.
    fn steps(&self) -> &'static [&'static str];

    /// The parts of the API. Each has its own list of allowed origins.
    fn areas(&self) -> &'static [&'static str];

    /// The area of a request.
    fn area(&self, request: &Request) -> &'static str {
        let _ = request;
        self.areas().first().copied().unwrap_or_default()
    }

    /// The name of a request; `None` if the platform does not know it.
    fn step(&self, request: &Request) -> Option<&'static str>;

    /// Responds as the real server does, with CORS headers.
    ///
    /// # Errors
    /// If the sandbox's own store fails.
    fn respond(&self, request: &Request, context: &Context) -> Result<Response>;

    /// The body of an error that the request did not cause, for example 429 or 500.
    fn error_body(&self, status: StatusCode) -> Value;

    /// The response to an expired token.
    fn expired_token(&self) -> Response;

    /// Its accounts, oldest first.
    ///
    /// # Errors
    /// If the sandbox's own store fails.
    fn accounts(&self, store: &Store) -> Result<Vec<Account>>;

    /// Its customer groups, oldest first.
    ///
    /// # Errors
    /// If the sandbox's own store fails.
    fn groups(&self, store: &Store) -> Result<Vec<Group>> {
        let _ = store;
        Ok(Vec::new())
    }

    /// The credentials that it accepts.
    fn credentials(&self) -> &'static [Credential];

    /// Creates the first accounts in an empty store.
    ///
    /// # Errors
    /// If the sandbox's own store fails.
    fn seed(&self, store: &Store) -> Result<()> {
        let _ = store;
        Ok(())
    }
}

/// Answers preflights, and adds CORS headers to the response of `respond`.
///
/// # Errors
/// If `respond` fails.
pub(crate) fn respond_with_cors(
    platform: &dyn Platform,
    request: &Request,
    context: &Context,
    respond: impl FnOnce() -> Result<Response>,
) -> Result<Response> {
    if request.is_preflight() {
        return Ok(cors::preflight(
            request,
            &context.origins(platform.area(request)),
        ));
    }
    let mut response = respond()?;
    add_cors_headers(platform, request, context, &mut response);
    Ok(response)
}

/// Adds the CORS headers that the settings of the platform ask for.
pub(crate) fn add_cors_headers(
    platform: &dyn Platform,
    request: &Request,
    context: &Context,
    response: &mut Response,
) {
    cors::add_headers(request, &context.origins(platform.area(request)), response);
}

/// The response if the sandbox itself fails.
pub(crate) fn internal_error(platform: &dyn Platform) -> Response {
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    response::json(status, &platform.error_body(status))
}
