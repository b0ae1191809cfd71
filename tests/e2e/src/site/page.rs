use super::ENTRY;
use super::server::RECORDER;
use anyhow::Result;
use axum::http::HeaderMap;
use axum::http::header::CONTENT_SECURITY_POLICY;
use std::fmt::Display;

/// A page that a test writes.
pub struct Page {
    body: String,
    pub(super) headers: HeaderMap,
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
        self.headers
            .insert(CONTENT_SECURITY_POLICY, policy.parse()?);
        Ok(self)
    }

    pub(super) fn html(&self) -> String {
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
