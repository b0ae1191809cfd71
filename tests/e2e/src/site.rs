//! The shop's own web server: the pages of a test, and the published files of the widget.

use anyhow::{Context, Result, ensure};
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName, HeaderValue};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use std::collections::{HashMap, HashSet};
use std::env;
use std::fmt::Display;
use std::net::Ipv4Addr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

/// The path of the published entry.
pub const ENTRY: &str = "/embed/storefront-signup.js";
/// The path of the published WebAssembly.
pub const WASM: &str = "/embed/storefront-signup_bg.wasm";

const FOLDER: &str = "STOREFRONT_SIGNUP_EMBED";
const DEFAULT_FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist/embed");
const RECORDER: &str = "/record.js";

/// A page that a test writes.
pub struct Page {
    body: String,
    headers: HeaderMap,
    has_entry: bool,
}

impl Page {
    /// A page with the widget's script and something in its body.
    pub fn new(body: impl Display) -> Self {
        Self {
            body: body.to_string(),
            headers: HeaderMap::new(),
            has_entry: true,
        }
    }

    /// Leaves the widget's script out.
    #[must_use]
    pub fn without_entry(self) -> Self {
        Self {
            has_entry: false,
            ..self
        }
    }

    /// Sets the header `Content-Security-Policy`.
    ///
    /// # Errors
    /// When HTTP forbids the value.
    pub fn policy(mut self, policy: &str) -> Result<Self> {
        self.headers.insert(
            HeaderName::from_static("content-security-policy"),
            policy.parse()?,
        );
        Ok(self)
    }

    fn html(&self) -> String {
        let entry = if self.has_entry {
            format!("<script type=\"module\" src=\"{ENTRY}\"></script>")
        } else {
            String::new()
        };
        format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>Shop</title>\
             <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\
             <script src=\"{RECORDER}\"></script>{entry}</head><body>{}</body></html>",
            self.body
        )
    }
}

/// A web server on 127.0.0.1. It stops when this is dropped.
pub struct Site {
    origin: String,
    shelf: Arc<Shelf>,
    task: JoinHandle<()>,
}

/// What the server answers from, shared with its connections.
struct Shelf {
    pages: Mutex<HashMap<String, Page>>,
    requests: Mutex<Vec<String>>,
    lost: Mutex<HashSet<&'static str>>,
    held: watch::Sender<HashSet<&'static str>>,
}

impl Site {
    /// Starts at a port; 0 takes any that is free.
    ///
    /// # Errors
    /// When the port is taken, or the published files are not there.
    pub async fn start(port: u16) -> Result<Self> {
        let folder =
            env::var_os(FOLDER).map_or_else(|| PathBuf::from(DEFAULT_FOLDER), PathBuf::from);
        ensure!(
            folder.join("storefront-signup.js").exists(),
            "no published files in {}: run `cargo xtask dist`",
            folder.display()
        );
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .with_context(|| format!("port {port}"))?;
        let origin = format!("http://{}", listener.local_addr()?);
        let shelf = Arc::new(Shelf::default());
        let router = router(&folder, &shelf);
        let task = tokio::spawn(async move {
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self {
            origin,
            shelf,
            task,
        })
    }

    /// Its origin: `http://127.0.0.1:<port>`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// Serves a page at a path and returns its address.
    pub fn publish(&self, path: &str, page: Page) -> String {
        lock(&self.shelf.pages).insert(path.to_owned(), page);
        format!("{}{path}", self.origin)
    }

    /// The paths that were asked for, in order.
    pub fn requests(&self) -> Vec<String> {
        lock(&self.shelf.requests).clone()
    }

    /// Answers 404 for a file, until it is [found](Site::find).
    pub fn lose(&self, path: &'static str) {
        lock(&self.shelf.lost).insert(path);
    }

    /// Takes [`Site::lose`] back.
    pub fn find(&self, path: &'static str) {
        lock(&self.shelf.lost).remove(path);
    }

    /// Keeps everyone who asks for a file waiting, until it is [released](Site::release).
    pub fn hold(&self, path: &'static str) {
        self.shelf.held.send_modify(|held| {
            held.insert(path);
        });
    }

    /// Takes [`Site::hold`] back.
    pub fn release(&self, path: &'static str) {
        self.shelf.held.send_modify(|held| {
            held.remove(path);
        });
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.task.abort();
    }
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

fn router(folder: &Path, shelf: &Arc<Shelf>) -> Router {
    Router::new()
        .route(
            RECORDER,
            get(|| async {
                (
                    [(CONTENT_TYPE, "text/javascript")],
                    include_str!("record.js"),
                )
            }),
        )
        .nest_service("/embed", ServeDir::new(folder))
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

/// Notes each request, and loses or holds what shall be lost or held. Nothing is cached.
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
    response
        .headers_mut()
        .insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    response
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
