//! A request, as a platform sees it.

use std::borrow::Cow;

use axum::body::Bytes;
use axum::http::header::{AUTHORIZATION, CONTENT_TYPE, COOKIE, HOST, ORIGIN};
use axum::http::{HeaderMap, Method};
use percent_encoding::percent_decode_str;
use serde_json::Value;
use url::form_urlencoded;

/// A request, with its path relative to the platform.
pub(crate) struct Request {
    /// The HTTP method.
    pub method: Method,
    /// The path of the platform, for example `/medusa`.
    pub prefix: String,
    /// The path after the prefix, with its leading slash.
    pub path: String,
    /// All headers.
    pub headers: HeaderMap,
    /// The whole body.
    pub body: Bytes,
}

impl Request {
    /// The value of a header, if it is ASCII.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.get(name)?.to_str().ok()
    }

    /// The origin of the page that sent the request.
    pub fn origin(&self) -> Option<&str> {
        self.header(ORIGIN.as_str())
    }

    /// The decoded segments of the path. A trailing slash adds none.
    pub fn segments(&self) -> Vec<String> {
        let decode = |segment: &str| percent_decode_str(segment).decode_utf8_lossy().into_owned();
        self.path
            .split('/')
            .filter(|segment| !segment.is_empty())
            .map(decode)
            .collect()
    }

    /// The token of an `Authorization: Bearer` header.
    pub fn bearer(&self) -> Option<&str> {
        self.header(AUTHORIZATION.as_str())?
            .strip_prefix("Bearer ")
            .map(str::trim)
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<&str> {
        let pairs = self.header(COOKIE.as_str())?.split(';');
        pairs
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(key, _)| *key == name)
            .map(|(_, value)| value)
    }

    /// The body's media type in lower case, without parameters; empty if there is none.
    pub fn media_type(&self) -> String {
        let header = self.header(CONTENT_TYPE.as_str()).unwrap_or_default();
        header
            .split(';')
            .next()
            .unwrap_or_default()
            .trim()
            .to_ascii_lowercase()
    }

    /// Whether the body is an HTML form's, by its media type.
    pub fn is_form(&self) -> bool {
        self.media_type() == "application/x-www-form-urlencoded"
    }

    /// The fields of a form as a JSON object of strings.
    pub fn form(&self) -> Value {
        let field = |(name, value): (Cow<str>, Cow<str>)| {
            (name.into_owned(), Value::String(value.into_owned()))
        };
        Value::Object(form_urlencoded::parse(&self.body).map(field).collect())
    }

    /// The platform's base URL, with the host that the client used.
    pub fn base_url(&self) -> String {
        format!(
            "http://{}{}",
            self.header(HOST.as_str()).unwrap_or("127.0.0.1"),
            self.prefix
        )
    }

    /// Whether this is a CORS preflight request.
    pub fn is_preflight(&self) -> bool {
        self.method == Method::OPTIONS
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_form_is_decoded() {
        let request = Request {
            method: Method::POST,
            prefix: String::new(),
            path: String::new(),
            headers: HeaderMap::new(),
            body: Bytes::from_static(b"email=a%2Bb%40example.com&name=A+B"),
        };
        assert_eq!(
            request.form(),
            json!({ "email": "a+b@example.com", "name": "A B" })
        );
    }
}
