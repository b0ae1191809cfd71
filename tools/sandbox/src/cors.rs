//! CORS: which pages may read a response.

use axum::http::header::{self, HeaderMap};
use axum::http::{HeaderName, StatusCode};
use serde::{Deserialize, Serialize};
use url::{Host, Url};

use crate::request::Request;
use crate::response::{self, Response};

const METHODS: &str = "GET,HEAD,PUT,PATCH,POST,DELETE";

/// The origins that may read the responses of a store.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Origins {
    /// All pages of this machine, on any port.
    #[default]
    Loopback,
    /// Only these. The list is empty if the owner has forgotten the setting.
    Listed(Vec<String>),
}

impl Origins {
    /// Whether pages of `origin` may read the responses.
    pub fn allow(&self, origin: &str) -> bool {
        match self {
            Self::Loopback => is_loopback(origin),
            Self::Listed(origins) => origins.iter().any(|listed| listed == origin),
        }
    }
}

/// Whether `origin` is this machine.
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

/// Adds the headers that allow the page to read `response`, with credentials.
pub(crate) fn add_headers(request: &Request, origins: &Origins, response: &mut Response) {
    response::set(response, header::VARY, "Origin");
    response::set(response, header::ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
    if let Some(origin) = request.origin().filter(|origin| origins.allow(origin)) {
        response::set(response, header::ACCESS_CONTROL_ALLOW_ORIGIN, origin);
    }
}

/// The response to a preflight. It allows all requested headers, if it allows the origin.
pub(crate) fn preflight(request: &Request, origins: &Origins) -> Response {
    let mut response = response::empty(StatusCode::NO_CONTENT);
    add_headers(request, origins, &mut response);
    response::set(&mut response, header::ACCESS_CONTROL_ALLOW_METHODS, METHODS);
    if let Some(requested) = request.header(header::ACCESS_CONTROL_REQUEST_HEADERS.as_str()) {
        response::set(
            &mut response,
            header::VARY,
            "Origin, Access-Control-Request-Headers",
        );
        response::set(
            &mut response,
            header::ACCESS_CONTROL_ALLOW_HEADERS,
            requested,
        );
    }
    response
}

/// Removes all CORS headers.
pub(crate) fn remove_headers(headers: &mut HeaderMap) {
    let names: Vec<HeaderName> = headers
        .keys()
        .filter(|name| name.as_str().starts_with("access-control-"))
        .cloned()
        .collect();
    for name in names {
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
    fn an_empty_list_allows_no_origin() {
        assert!(!Origins::Listed(Vec::new()).allow("http://127.0.0.1:8080"));
    }
}
