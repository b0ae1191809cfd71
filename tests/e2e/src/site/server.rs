//! What the site answers.

use super::Page;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::StatusCode;
use axum::http::header::{CACHE_CONTROL, CONNECTION, CONTENT_TYPE, HeaderValue};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::watch;
use tower_http::services::ServeDir;

/// The path of the script that records what happens on a page.
pub const RECORDER: &str = "/record.js";

/// The path of the playground's page, beside the files that it names.
pub const TRY: &str = "/playground/try";

/// What the server answers from, shared with its connections.
pub struct Shelf {
    pub pages: Mutex<HashMap<String, Page>>,
    pub requests: Mutex<Vec<String>>,
    pub lost: Mutex<HashSet<&'static str>>,
    pub held: watch::Sender<HashSet<&'static str>>,
}

impl Default for Shelf {
    fn default() -> Self {
        Self {
            pages: Mutex::default(),
            requests: Mutex::default(),
            lost: Mutex::default(),
            held: watch::Sender::new(HashSet::new()),
        }
    }
}

/// Pages, the recorder, the published files and those of the playground.
pub fn router(folder: &Path, playground: &Path, shelf: &Arc<Shelf>) -> Router {
    Router::new()
        .route(
            RECORDER,
            get(|| async {
                (
                    [(CONTENT_TYPE, "text/javascript")],
                    include_str!("../record.js"),
                )
            }),
        )
        .nest_service("/embed", ServeDir::new(folder))
        .route(TRY, get(page))
        .nest_service("/playground", ServeDir::new(playground))
        .fallback(page)
        .layer(from_fn_with_state(Arc::clone(shelf), watch_over))
        .with_state(Arc::clone(shelf))
}

async fn page(State(shelf): State<Arc<Shelf>>, request: Request) -> Response {
    match lock(&shelf.pages).get(request.uri().path()) {
        Some(page) => (
            page.headers.clone(),
            [(CONTENT_TYPE, "text/html; charset=utf-8")],
            page.html(),
        )
            .into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

/// Notes each request, and loses or holds what shall be lost or held. What says nothing of caching
/// is not cached.
async fn watch_over(State(shelf): State<Arc<Shelf>>, request: Request, next: Next) -> Response {
    let path = request.uri().path().to_owned();
    lock(&shelf.requests).push(path.clone());
    let _ = shelf
        .held
        .subscribe()
        .wait_for(|held| !held.contains(path.as_str()))
        .await;
    let is_lost = lock(&shelf.lost).contains(path.as_str());
    let mut response = if is_lost {
        StatusCode::NOT_FOUND.into_response()
    } else {
        next.run(request).await
    };
    let headers = response.headers_mut();
    let no_store = HeaderValue::from_static("no-store");
    headers.entry(CACHE_CONTROL).or_insert(no_store);
    // The browser outlives the site, and another site may get the same port.
    headers.insert(CONNECTION, HeaderValue::from_static("close"));
    response
}

/// Locks, also after a test has panicked elsewhere.
pub fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
