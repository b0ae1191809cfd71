//! The control API, for the tests and the playground.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::{Query, State as Shared};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::routing::{get, put};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::account::{Account, Group};
use crate::cors::Origins;
use crate::fault::Fault;
use crate::log::Entry;
use crate::platform::{self, Platform, REGISTRY};
use crate::state::{State, lock};

type Outcome<T> = Result<T, BadRequest>;

pub(super) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route("/health", get(|| async { "OK" }))
        .route("/platforms", get(platforms))
        .route("/credentials", get(credentials))
        .route("/accounts", get(accounts).delete(clear_accounts))
        .route("/groups", get(groups))
        .route("/faults", get(faults).post(add_fault).delete(clear_faults))
        .route("/requests", get(requests).delete(clear_requests))
        .route("/cors", put(set_origins))
        .route("/token-lifetime", put(set_lifetime))
        .route("/reset", axum::routing::post(reset))
}

/// The response to a wrong request: 400 `{"error": "…"}`.
struct BadRequest(anyhow::Error);

impl<E: Into<anyhow::Error>> From<E> for BadRequest {
    fn from(error: E) -> Self {
        Self(error.into())
    }
}

impl IntoResponse for BadRequest {
    fn into_response(self) -> Response {
        (
            StatusCode::BAD_REQUEST,
            Json(json!({ "error": format!("{:#}", self.0) })),
        )
            .into_response()
    }
}

#[derive(Deserialize)]
struct PlatformQuery {
    platform: String,
}

async fn platforms() -> Json<Vec<Value>> {
    let describe = |platform: &&dyn Platform| {
        json!({
            "id": platform.id(),
            "name": platform.name(),
            "path": format!("/{}", platform.id()),
            "steps": platform.steps(),
            "areas": platform.areas(),
        })
    };
    Json(REGISTRY.iter().map(describe).collect())
}

async fn credentials() -> Json<Value> {
    let of = |platform: &&dyn Platform| (platform.id().to_owned(), json!(platform.credentials()));
    Json(Value::Object(REGISTRY.iter().map(of).collect()))
}

async fn accounts(
    Shared(state): Shared<Arc<State>>,
    Query(PlatformQuery { platform }): Query<PlatformQuery>,
) -> Outcome<Json<Vec<Account>>> {
    let platform = platform::find(&platform)?;
    Ok(Json(state.with_context(platform, |context| {
        platform.accounts(context.store)
    })?))
}

async fn groups(
    Shared(state): Shared<Arc<State>>,
    Query(PlatformQuery { platform }): Query<PlatformQuery>,
) -> Outcome<Json<Vec<Group>>> {
    let platform = platform::find(&platform)?;
    Ok(Json(state.with_context(platform, |context| {
        platform.groups(context.store)
    })?))
}

async fn clear_accounts(Shared(state): Shared<Arc<State>>) -> Outcome<StatusCode> {
    state.clear_accounts()?;
    Ok(StatusCode::NO_CONTENT)
}

async fn reset(Shared(state): Shared<Arc<State>>) -> Outcome<StatusCode> {
    state.reset()?;
    Ok(StatusCode::NO_CONTENT)
}

async fn faults(Shared(state): Shared<Arc<State>>) -> Json<Vec<Fault>> {
    Json(lock(&state.faults).clone())
}

async fn add_fault(
    Shared(state): Shared<Arc<State>>,
    Json(fault): Json<Fault>,
) -> Outcome<(StatusCode, Json<Fault>)> {
    state.add_fault(fault.clone())?;
    Ok((StatusCode::CREATED, Json(fault)))
}

async fn clear_faults(Shared(state): Shared<Arc<State>>) -> StatusCode {
    lock(&state.faults).clear();
    StatusCode::NO_CONTENT
}

async fn requests(Shared(state): Shared<Arc<State>>) -> Json<Vec<Entry>> {
    Json(lock(&state.log).entries())
}

async fn clear_requests(Shared(state): Shared<Arc<State>>) -> StatusCode {
    lock(&state.log).clear();
    StatusCode::NO_CONTENT
}

#[derive(Deserialize)]
struct NewOrigins {
    platform: String,
    /// One area of the platform. Without it, all areas.
    area: Option<String>,
    /// Null allows all pages of this machine again.
    origins: Option<Vec<String>>,
}

async fn set_origins(
    Shared(state): Shared<Arc<State>>,
    Json(new): Json<NewOrigins>,
) -> Outcome<StatusCode> {
    let platform = platform::find(&new.platform)?;
    let is_named = |area: &str| new.area.as_deref().is_none_or(|named| named == area);
    let areas: Vec<&str> = platform
        .areas()
        .iter()
        .copied()
        .filter(|area| is_named(area))
        .collect();
    if areas.is_empty() {
        return Err(
            anyhow::anyhow!("{} has the areas {:?}", platform.id(), platform.areas()).into(),
        );
    }
    let origins = new.origins.map_or(Origins::Loopback, Origins::Listed);
    state.with_settings(|settings| {
        areas
            .iter()
            .for_each(|area| settings.set_origins(platform.id(), area, origins.clone()));
    });
    Ok(StatusCode::NO_CONTENT)
}

#[derive(Deserialize)]
struct NewLifetime {
    platform: String,
    /// Null restores the platform's default.
    seconds: Option<u64>,
}

async fn set_lifetime(
    Shared(state): Shared<Arc<State>>,
    Json(new): Json<NewLifetime>,
) -> Outcome<StatusCode> {
    let platform = platform::find(&new.platform)?;
    let lifetime = new.seconds.map(Duration::from_secs);
    state.with_settings(|settings| settings.set_lifetime(platform.id(), lifetime));
    Ok(StatusCode::NO_CONTENT)
}
