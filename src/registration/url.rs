//! Which addresses a widget may use: for its requests, and in its links.

use super::search::split_once;

/// Where the page with the widget runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct SecurityContext {
    /// Served over https, or from the machine itself.
    pub is_secure: bool,
    /// Served from the machine itself.
    pub is_loopback: bool,
}

/// The base address for requests, without a slash at its end.
///
/// `None` unless it is https, http to the machine itself, or a path on a secure page: a password
/// never crosses an open network. A user name in the address is refused too.
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

/// A link that a shopper may follow: http, https or relative.
pub fn link(url: &str) -> Option<&str> {
    let url = url.trim();
    let before_path = url.split(['/', '?', '#']).next().unwrap_or_default();
    let is_safe = match before_path.split_once(':') {
        Some((scheme, _)) => matches!(scheme.to_ascii_lowercase().as_str(), "http" | "https"),
        None => true,
    };
    (!url.is_empty() && is_safe).then_some(url)
}

/// Whether a host's name means the machine itself.
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

/// The host of what follows `scheme://`, without its port.
pub fn host(rest: &str) -> &str {
    let authority = rest.split('/').next().unwrap_or_default();
    match authority.rsplit_once(':') {
        Some((host, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => host,
        _ => authority,
    }
}
