//! The routes of the sandbox: the platforms, the control API and the web page.

mod control;
mod page;

use std::sync::Arc;

use axum::Router;
use axum::extract::Request;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN,
    HeaderValue, ORIGIN, VARY,
};
use axum::http::{Method, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse, Response};
use axum::routing::any;

use crate::state::State;
use crate::{cors, handler};

/// All routes.
pub(crate) fn router(state: Arc<State>) -> Router {
    let own = Router::new()
        .merge(page::routes())
        .nest("/_sandbox", control::routes())
        .layer(middleware::from_fn(loopback_only));
    own.route("/{platform}/{*path}", any(handler::handle))
        .with_state(state)
}

/// Allows requests from pages of this machine, and refuses those from other origins.
async fn loopback_only(request: Request, next: Next) -> Response {
    let origin = request.headers().get(ORIGIN).cloned();
    if origin.as_ref().is_some_and(|origin| !is_loopback(origin)) {
        return (
            StatusCode::FORBIDDEN,
            "Only pages of this machine may use this.\n",
        )
            .into_response();
    }
    let mut response = match *request.method() {
        Method::OPTIONS => StatusCode::NO_CONTENT.into_response(),
        _ => next.run(request).await,
    };
    let headers = response.headers_mut();
    headers.insert(VARY, HeaderValue::from_static("Origin"));
    headers.insert(
        ACCESS_CONTROL_ALLOW_METHODS,
        HeaderValue::from_static("GET, POST, PUT, DELETE"),
    );
    headers.insert(
        ACCESS_CONTROL_ALLOW_HEADERS,
        HeaderValue::from_static("Content-Type"),
    );
    if let Some(origin) = origin {
        headers.insert(ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
    response
}

fn is_loopback(origin: &HeaderValue) -> bool {
    origin.to_str().is_ok_and(cors::is_loopback)
}
