//! The shop's own web server: the pages of a test, and the published files of the widget.

mod page;
mod server;

pub use page::Page;

use anyhow::{Context, Result, ensure};
use server::{Shelf, TRY, lock, router};
use std::collections::HashMap;
use std::env;
use std::ffi::OsString;
use std::fs;
use std::io;
use std::net::Ipv4Addr;
use std::path::PathBuf;
use std::sync::Arc;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

/// The path of the published entry.
pub const ENTRY: &str = "/embed/storefront-signup.js";
/// The path of the published WebAssembly.
pub const WASM: &str = "/embed/storefront-signup_bg.wasm";

const FOLDER: &str = "STOREFRONT_SIGNUP_EMBED";
const PLAYGROUND: &str = "STOREFRONT_SIGNUP_PLAYGROUND";
const DEFAULT_PLAYGROUND: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/playground");
const DEFAULT_FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist/embed");

/// A web server on 127.0.0.1. It stops when this is dropped.
pub struct Site {
    origin: String,
    folder: PathBuf,
    playground: PathBuf,
    shelf: Arc<Shelf>,
    task: JoinHandle<()>,
}

impl Site {
    /// Starts at a port; 0 takes any that is free.
    ///
    /// # Errors
    /// When the port is taken, or the published files are not there.
    pub async fn start(port: u16) -> Result<Self> {
        let folder = chosen(FOLDER, DEFAULT_FOLDER);
        let playground = chosen(PLAYGROUND, DEFAULT_PLAYGROUND);
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
        let router = router(&folder, &playground, &shelf);
        let task = tokio::spawn(async move {
            let _ = axum::serve(listener, router).await;
        });
        Ok(Self {
            origin,
            folder,
            playground,
            shelf,
            task,
        })
    }

    /// Stops it, so that its port is free at once.
    pub(crate) async fn stop(mut self) {
        self.task.abort();
        let _ = (&mut self.task).await;
    }

    /// Its origin: `http://127.0.0.1:<port>`.
    pub fn origin(&self) -> &str {
        &self.origin
    }

    /// The languages that are published.
    ///
    /// # Errors
    /// When their folder can't be read.
    pub fn languages(&self) -> Result<Vec<String>> {
        let names = fs::read_dir(self.folder.join("locales"))?
            .map(|entry| entry.map(|entry| entry.file_name()));
        let names: Vec<OsString> = names.collect::<io::Result<_>>()?;
        let stems = names
            .iter()
            .filter_map(|name| name.to_str()?.strip_suffix(".json"));
        Ok(stems.map(str::to_owned).collect())
    }

    /// The texts of a language, by their keys.
    ///
    /// # Errors
    /// When they can't be read.
    pub fn texts(&self, language: &str) -> Result<HashMap<String, String>> {
        let path = self.folder.join("locales").join(format!("{language}.json"));
        Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
    }

    /// Serves a page at a path and returns its address.
    pub fn publish(&self, path: &str, page: Page) -> String {
        lock(&self.shelf.pages).insert(path.to_owned(), page);
        format!("{}{path}", self.origin)
    }

    /// Serves the playground with the address of a sandbox in it, and returns its own address.
    ///
    /// # Errors
    /// When it is not built.
    pub fn publish_playground(&self, sandbox: &str) -> Result<String> {
        let built = fs::read_to_string(self.playground.join("index.html")).with_context(|| {
            let folder = self.playground.display();
            format!("no playground in {folder}: run `cargo xtask test --only e2e`")
        })?;
        Ok(self.publish(TRY, Page::playground(&built, sandbox)))
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

fn chosen(variable: &str, default: &str) -> PathBuf {
    env::var_os(variable).map_or_else(|| PathBuf::from(default), PathBuf::from)
}

impl Drop for Site {
    fn drop(&mut self) {
        self.task.abort();
    }
}
