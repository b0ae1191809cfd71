//! Handles the requests to platforms: faults, the platform, the log.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Path, Request as HttpRequest, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response as HttpResponse};

use crate::connection::CloseConnection;
use crate::fault::{self, Effect, PREFLIGHT};
use crate::log::Entry;
use crate::platform::{self, Platform};
use crate::request::Request;
use crate::response::Response;
use crate::state::{State, lock};
use crate::{id, injection, mask};

/// The largest body, in bytes. It is larger than the limit of any platform.
const BODY_LIMIT: usize = 8 << 20;

/// Handles a request below `/<platform>`.
pub(crate) async fn handle(
    Shared(state): Shared<Arc<State>>,
    Path(segments): Path<Vec<(String, String)>>,
    incoming: HttpRequest,
) -> HttpResponse {
    let id = segments
        .first()
        .map(|(_, segment)| segment.clone())
        .unwrap_or_default();
    let Ok(platform) = platform::find(&id) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let query = incoming.uri().query().map(str::to_owned);
    let Ok(request) = read(&id, incoming).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let step = if request.is_preflight() {
        Some(PREFLIGHT)
    } else {
        platform.step(&request)
    };
    let effect = step.and_then(|step| fault::take(&mut lock(&state.faults), platform.id(), step));
    let number = lock(&state.log).start(entry(
        platform,
        &request,
        query.as_deref(),
        step,
        effect.as_ref(),
    ));
    let response = respond(&state, platform, &request, effect.as_ref()).await;
    finish(&state, number, &response);
    response
}

async fn read(id: &str, incoming: HttpRequest) -> Result<Request, axum::Error> {
    let (parts, body) = incoming.into_parts();
    let prefix = format!("/{id}");
    let path = parts
        .uri
        .path()
        .strip_prefix(&prefix)
        .unwrap_or_default()
        .to_owned();
    let body: Bytes = to_bytes(body, BODY_LIMIT).await?;
    Ok(Request {
        method: parts.method,
        prefix,
        path,
        headers: parts.headers,
        body,
    })
}

async fn respond(
    state: &State,
    platform: &dyn Platform,
    request: &Request,
    effect: Option<&Effect>,
) -> HttpResponse {
    let perform = || perform(state, platform, request);
    let add_cors = |response: &mut Response| {
        state.with_context(platform, |context| {
            platform::add_cors_headers(platform, request, context, response)
        })
    };
    match effect {
        None => perform().map(Body::from),
        Some(effect) => injection::inject(effect, platform, perform, add_cors).await,
    }
}

fn perform(state: &State, platform: &dyn Platform, request: &Request) -> Response {
    state
        .with_context(platform, |context| platform.respond(request, context))
        .unwrap_or_else(|error| {
            eprintln!("{}{}: {error:#}", request.prefix, request.path);
            platform::internal_error(platform)
        })
}

fn entry(
    platform: &dyn Platform,
    request: &Request,
    query: Option<&str>,
    step: Option<&str>,
    effect: Option<&Effect>,
) -> Entry {
    Entry {
        number: 0,
        at: id::timestamp(),
        platform: platform.id().to_owned(),
        step: step.map(str::to_owned),
        method: request.method.to_string(),
        path: mask::path(&request.path, query),
        origin: request.origin().map(str::to_owned),
        body: mask::body(request),
        status: None,
        fault: effect.map(|effect| effect.name().to_owned()),
    }
}

fn finish(state: &State, number: u64, response: &HttpResponse) {
    let was_closed = response.extensions().get::<CloseConnection>().is_some();
    let status = (!was_closed).then(|| response.status().as_u16());
    let mut log = lock(&state.log);
    let entry = log.finish(number, status);
    if let Some(entry) = entry.filter(|_| state.verbose) {
        println!("{}", entry.line());
    }
}
