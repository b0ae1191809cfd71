//! The URLs that a widget may use for its requests and in its links.

use super::search::{rsplit_once, split_once};

/// What the browser says about the origin of the page.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SecurityContext {
    /// Whether the page is a [secure context](https://developer.mozilla.org/docs/Web/Security/Secure_Contexts).
    pub is_secure: bool,
    /// Whether the page comes from this machine.
    pub is_loopback: bool,
}

/// The base URL for requests, without a slash at the end.
///
/// `None` unless it is https, http to this machine, or a path on a secure page. So a password never
/// crosses an open network. A URL with a user name is refused too.
pub fn endpoint(url: &str, context: SecurityContext) -> Option<String> {
    let url = url.trim();
    let is_clean =
        !url.contains(|c: char| c.is_control() || matches!(c, ' ' | '\\' | '@' | '?' | '#'));
    let is_safe = match split_once(url, "://") {
        Some((scheme, rest)) => is_safe_host(&scheme.to_ascii_lowercase(), host(rest)),
        None => context.is_secure && url.starts_with('/') && !url.starts_with("//"),
    };
    (is_clean && is_safe).then(|| url.trim_end_matches('/').to_owned())
}

/// The URL of a link, if it is http, https or relative.
pub fn link(url: &str) -> Option<&str> {
    let url = url.trim();
    let before_path = url.split(['/', '?', '#']).next().unwrap_or_default();
    let is_safe = match split_once(before_path, ":") {
        Some((scheme, _)) => matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https"),
        None => true,
    };
    (!url.is_empty() && is_safe).then_some(url)
}

/// Whether a host's name means this machine.
pub fn is_loopback(host: &str) -> bool {
    let is_ipv4 = |name: &str| {
        let is_digits = name
            .bytes()
            .all(|byte| byte.is_ascii_digit() || byte == b'.');
        let mut parts = name.split('.');
        is_digits && parts.clone().count() == 4 && parts.all(|part| part.parse::<u8>().is_ok())
    };
    host == "localhost"
        || host.ends_with(".localhost")
        || host == "[::1]"
        || (host.starts_with("127.") && is_ipv4(host))
}

fn is_safe_host(scheme: &str, host: &str) -> bool {
    match scheme {
        "https" => !host.is_empty(),
        "http" => is_loopback(&host.to_ascii_lowercase()),
        _ => false,
    }
}

/// The host in the part of a URL after `scheme://`, without the port.
pub fn host(rest: &str) -> &str {
    let authority = rest.split('/').next().unwrap_or_default();
    match rsplit_once(authority, ":") {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}
