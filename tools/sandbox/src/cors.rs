//! Which pages may read an answer.

use axum::http::header::{self, HeaderMap};
use axum::http::{HeaderName, StatusCode};
use serde::{Deserialize, Serialize};
use url::{Host, Url};

use crate::request::Request;
use crate::response::{self, Response};

const METHODS: &str = "GET,HEAD,PUT,PATCH,POST,DELETE";

/// The origins that a store lets read its answers.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Origins {
    /// Any page of this machine, on any port.
    #[default]
    Loopback,
    /// These and no other; an empty list is a store whose owner forgot the setting.
    Listed(Vec<String>),
}

impl Origins {
    /// Whether a page of `origin` may read.
    pub fn allow(&self, origin: &str) -> bool {
        match self {
            Self::Loopback => is_loopback(origin),
            Self::Listed(origins) => origins.iter().any(|listed| listed == origin),
        }
    }
}

/// Whether `origin` is a page of this machine.
pub(crate) fn is_loopback(origin: &str) -> bool {
    let Ok(url) = Url::parse(origin) else {
        return false;
    };
    match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    }
}

/// Adds what a browser needs to let the page read `answer`, with credentials.
pub(crate) fn share(request: &Request, origins: &Origins, response: &mut Response) {
    response::set(response, header::VARY, "Origin");
    response::set(response, header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    if let Some(origin) = request.origin().filter(|origin| origins.allow(origin)) {
        response::set(response, header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
}

/// The answer to a preflight: what was asked for is allowed, if the origin is.
pub(crate) fn preflight(request: &Request, origins: &Origins) -> Response {
    let mut response = response::empty(StatusCode::NO_CONTENT);
    share(request, origins, &mut response);
    response::set(&mut response, header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    if let Some(asked) = request.header(header::ACCESS_CONTROL_REQUEST_HEADERS.as_str()) {
        response::set(
            &mut response,
            header::VARY,
            "Origin, Access-Control-Request-Headers",
        );
        response::set(&mut response, header::ACCESS_CONTROL_ALLOW_HEADERS, asked);
    }
    response
}

/// Takes every CORS header away.
pub(crate) fn unshare(headers: &mut HeaderMap) {
    let granted: Vec<HeaderName> = headers
        .keys()
        .filter(|name| name.as_str().starts_with("access-control-"))
        .cloned()
        .collect();
    for name in granted {
        headers.remove(name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn loopback_is_recognised_on_any_port() {
        for origin in [
            "http://127.0.0.1:8080",
            "http://localhost:3000",
            "http://[::1]:1",
            "https://localhost",
        ] {
            assert!(Origins::Loopback.allow(origin), "{origin}");
        }
    }

    #[test]
    fn another_host_is_not_loopback() {
        for origin in [
            "null",
            "http://evil.example",
            "http://localhost.evil.example",
            "http://10.0.0.1",
        ] {
            assert!(!Origins::Loopback.allow(origin), "{origin}");
        }
    }

    #[test]
    fn an_empty_list_allows_nobody() {
        assert!(!Origins::Listed(Vec::new()).allow("http://127.0.0.1:8080"));
    }
}
