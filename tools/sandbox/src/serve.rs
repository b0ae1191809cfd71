//! One request of a platform, from the router to the log.

use std::sync::Arc;

use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{Path, Request, State as Shared};
use axum::http::{Response, StatusCode};
use axum::response::IntoResponse;

use crate::accept::Cut;
use crate::answer::Answer;
use crate::call::Call;
use crate::fault::{self, Effect, PREFLIGHT};
use crate::log::Entry;
use crate::platform::{self, Platform};
use crate::state::{State, lock};
use crate::{id, mask, misbehave};

/// Far above what any contract takes, so that each platform sets its own limit.
const BODY_LIMIT: usize = 8 << 20;

/// Answers a request below `/<platform>`.
pub(crate) async fn platform(
    Shared(state): Shared<Arc<State>>,
    Path(segments): Path<Vec<(String, String)>>,
    request: Request,
) -> Response<Body> {
    let id = segments
        .first()
        .map(|(_, segment)| segment.clone())
        .unwrap_or_default();
    let Ok(platform) = platform::named(&id) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let query = request.uri().query().map(str::to_owned);
    let Ok(call) = read(&id, request).await else {
        return StatusCode::PAYLOAD_TOO_LARGE.into_response();
    };
    let step = if call.is_preflight() {
        Some(PREFLIGHT)
    } else {
        platform.step(&call)
    };
    let effect = step.and_then(|step| fault::take(&mut lock(&state.faults), platform.id(), step));
    let number = lock(&state.log).open(entry(
        platform,
        &call,
        query.as_deref(),
        step,
        effect.as_ref(),
    ));
    let response = respond(&state, platform, &call, effect.as_ref()).await;
    close(&state, number, &response);
    response
}

async fn read(id: &str, request: Request) -> Result<Call, axum::Error> {
    let (parts, body) = request.into_parts();
    let prefix = format!("/{id}");
    let path = parts
        .uri
        .path()
        .strip_prefix(&prefix)
        .unwrap_or_default()
        .to_owned();
    let body: Bytes = to_bytes(body, BODY_LIMIT).await?;
    Ok(Call {
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
    call: &Call,
    effect: Option<&Effect>,
) -> Response<Body> {
    let perform = || perform(state, platform, call);
    let share = |answer: &mut Answer| {
        state.with_shop(platform, |shop| {
            platform::share(platform, call, shop, answer)
        })
    };
    match effect {
        None => perform().map(Body::from),
        Some(effect) => misbehave::under(effect, platform, perform, share).await,
    }
}

fn perform(state: &State, platform: &dyn Platform, call: &Call) -> Answer {
    state
        .with_shop(platform, |shop| platform.answer(call, shop))
        .unwrap_or_else(|error| {
            eprintln!("{}{}: {error:#}", call.prefix, call.path);
            platform::broken(platform)
        })
}

fn entry(
    platform: &dyn Platform,
    call: &Call,
    query: Option<&str>,
    step: Option<&str>,
    effect: Option<&Effect>,
) -> Entry {
    Entry {
        number: 0,
        at: id::timestamp(),
        platform: platform.id().to_owned(),
        step: step.map(str::to_owned),
        method: call.method.to_string(),
        path: mask::path(&call.path, query),
        origin: call.origin().map(str::to_owned),
        body: mask::body(call),
        status: None,
        fault: effect.map(|effect| effect.name().to_owned()),
    }
}

fn close(state: &State, number: u64, response: &Response<Body>) {
    let was_cut = response.extensions().get::<Cut>().is_some();
    let status = (!was_cut).then(|| response.status().as_u16());
    let mut log = lock(&state.log);
    let entry = log.close(number, status);
    if let Some(entry) = entry.filter(|_| state.verbose) {
        println!("{}", entry.line());
    }
}
