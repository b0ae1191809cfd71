//! The web page: accounts, faults and requests. It works without JavaScript.

mod accounts;
mod faults;
mod layout;
mod requests;

use std::sync::Arc;

use anyhow::Result;
use axum::extract::{Query, State as Shared};
use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Form, Router};
use maud::{Markup, html};
use serde::Deserialize;

use crate::platform::{self, Platform, REGISTRY};
use crate::state::{State, lock};

const POLICY: &str = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
const STYLE: &str = include_str!("style.css");

pub(super) fn routes() -> Router<Arc<State>> {
    Router::new()
        .route("/", get(show))
        .route(
            "/style.css",
            get(|| async { ([(CONTENT_TYPE, "text/css; charset=utf-8")], STYLE) }),
        )
        .route("/_page/reset", post(reset))
        .route("/_page/faults", post(add_fault))
        .route("/_page/faults/clear", post(clear_faults))
}

#[derive(Deserialize)]
struct PlatformChoice {
    platform: Option<String>,
}

impl PlatformChoice {
    /// The chosen platform; the first one if there is none.
    fn platform(&self) -> Option<&'static dyn Platform> {
        let named = self
            .platform
            .as_deref()
            .and_then(|id| platform::find(id).ok());
        named.or_else(|| REGISTRY.first().copied())
    }
}

async fn show(Shared(state): Shared<Arc<State>>, Query(chosen): Query<PlatformChoice>) -> Response {
    let Some(platform) = chosen.platform() else {
        return StatusCode::NOT_FOUND.into_response();
    };
    match body(&state, platform) {
        Ok(body) => {
            let page = layout::document(platform, &body).into_string();
            ([(CONTENT_SECURITY_POLICY, POLICY)], Html(page)).into_response()
        }
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}\n")).into_response(),
    }
}

fn body(state: &State, platform: &dyn Platform) -> Result<Markup> {
    let (accounts, groups) = state.with_context(platform, |context| {
        Ok::<_, anyhow::Error>((
            platform.accounts(context.store)?,
            platform.groups(context.store)?,
        ))
    })?;
    let faults: Vec<_> = lock(&state.faults)
        .iter()
        .filter(|fault| fault.platform == platform.id())
        .cloned()
        .collect();
    let log: Vec<_> = lock(&state.log)
        .entries()
        .into_iter()
        .filter(|entry| entry.platform == platform.id())
        .collect();
    Ok(html! {
        (accounts::section(&accounts))
        @if !groups.is_empty() { (accounts::groups(&groups)) }
        (accounts::credentials(platform.credentials()))
        (faults::section(platform, &faults))
        (requests::section(&log))
    })
}

async fn reset(Shared(state): Shared<Arc<State>>, Form(chosen): Form<PlatformChoice>) -> Response {
    match state.reset() {
        Ok(()) => redirect_back(&chosen),
        Err(error) => (StatusCode::INTERNAL_SERVER_ERROR, format!("{error:#}\n")).into_response(),
    }
}

async fn add_fault(
    Shared(state): Shared<Arc<State>>,
    Form(form): Form<faults::FaultForm>,
) -> Response {
    match form.fault().and_then(|fault| state.add_fault(fault)) {
        Ok(()) => redirect_back(&PlatformChoice {
            platform: Some(form.platform),
        }),
        Err(error) => (StatusCode::BAD_REQUEST, format!("{error:#}\n")).into_response(),
    }
}

async fn clear_faults(
    Shared(state): Shared<Arc<State>>,
    Form(chosen): Form<PlatformChoice>,
) -> Response {
    lock(&state.faults).clear();
    redirect_back(&chosen)
}

/// Redirects to the page of the platform, after a form.
fn redirect_back(chosen: &PlatformChoice) -> Response {
    let id = chosen.platform().map(Platform::id).unwrap_or_default();
    Redirect::to(&format!("/?platform={id}")).into_response()
}
