use super::ENTRY;
use super::server::RECORDER;
use anyhow::Result;
use axum::http::HeaderMap;
use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, HeaderValue};
use std::fmt::Display;

/// A page that a test writes.
pub struct Page {
    body: String,
    pub(super) headers: HeaderMap,
    has_entry: bool,
    /// The whole text, of a page that no test writes.
    built: Option<String>,
}

impl Page {
    /// A page with the widget's script and something in its body.
    pub fn new(body: impl Display) -> Self {
        Self {
            body: body.to_string(),
            headers: HeaderMap::new(),
            has_entry: true,
            built: None,
        }
    }

    /// The page of a built playground, with the recorder and the address of a sandbox in it.
    pub(super) fn playground(built: &str, sandbox: &str) -> Self {
        let head = format!(
            "<head><script src=\"{RECORDER}\"></script><meta name=\"sandbox\" content=\"{sandbox}\">"
        );
        Self {
            built: Some(built.replacen("<head>", &head, 1)),
            ..Self::new("")
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

    /// Lets the browser keep the page as it is when the shopper leaves it.
    #[must_use]
    pub fn restorable(mut self) -> Self {
        let value = HeaderValue::from_static("no-cache");
        self.headers.insert(CACHE_CONTROL, value);
        self
    }

    /// Sets the header `Content-Security-Policy`.
    ///
    /// # Errors
    /// When HTTP forbids the value.
    pub fn policy(mut self, policy: &str) -> Result<Self> {
        self.headers
            .insert(CONTENT_SECURITY_POLICY, policy.parse()?);
        Ok(self)
    }

    pub(super) fn html(&self) -> String {
        if let Some(built) = &self.built {
            return built.clone();
        }
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
