//! What every platform of the sandbox implements.

use anyhow::Result;
use axum::http::StatusCode;
use serde_json::Value;

use crate::account::{Account, Credential, Group};
use crate::context::Context;
use crate::cors;
use crate::request::Request;
use crate::response::{self, Response};
use crate::store::Store;

/// A platform's contract: which requests it knows, and how it answers them.
pub(crate) trait Platform: Sync {
    /// The id by which the element's attribute `platform` calls it; also the prefix of its paths.
    fn id(&self) -> &'static str;

    /// The name that people know it by.
    fn name(&self) -> &'static str;

    /// The names of its requests, which faults are set for.
    fn steps(&self) -> &'static [&'static str];

    /// The parts of the API that have a list of allowed origins each.
    fn areas(&self) -> &'static [&'static str];

    /// The area that a path belongs to.
    fn area(&self, request: &Request) -> &'static str {
        let _ = request;
        self.areas().first().copied().unwrap_or_default()
    }

    /// Which of its requests this is.
    fn step(&self, request: &Request) -> Option<&'static str>;

    /// Answers as the real server does, CORS headers included.
    ///
    /// # Errors
    /// When the sandbox's own store fails.
    fn respond(&self, request: &Request, context: &Context) -> Result<Response>;

    /// The body of its errors that have no cause in the request, 429 and 500 for example.
    fn error_body(&self, status: StatusCode) -> Value;

    /// What it says to a token that has expired.
    fn expired_token(&self) -> Response;

    /// Its accounts, oldest first.
    ///
    /// # Errors
    /// When the sandbox's own store fails.
    fn accounts(&self, store: &Store) -> Result<Vec<Account>>;

    /// Its customer groups, oldest first.
    ///
    /// # Errors
    /// When the sandbox's own store fails.
    fn groups(&self, store: &Store) -> Result<Vec<Group>> {
        let _ = store;
        Ok(Vec::new())
    }

    /// The values that it accepts.
    fn credentials(&self) -> &'static [Credential];

    /// Puts the first accounts into an empty store.
    ///
    /// # Errors
    /// When the sandbox's own store fails.
    fn seed(&self, store: &Store) -> Result<()> {
        let _ = store;
        Ok(())
    }
}

/// Answers preflights, and shares whatever `respond` answers with the calling page.
///
/// # Errors
/// When `respond` fails.
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
    share(platform, request, context, &mut response);
    Ok(response)
}

/// Lets the calling page read `answer`, if the settings of the platform allow it.
pub(crate) fn share(
    platform: &dyn Platform,
    request: &Request,
    context: &Context,
    response: &mut Response,
) {
    cors::share(request, &context.origins(platform.area(request)), response);
}

/// The answer to a failure of the sandbox itself.
pub(crate) fn internal_error(platform: &dyn Platform) -> Response {
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    response::json(status, &platform.error_body(status))
}
