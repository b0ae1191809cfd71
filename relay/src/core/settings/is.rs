//! What a value has to be.

use crate::core::origins::is_origin;

/// A whole number without a zero before other digits, 15 digits at most.
pub fn number(text: &str) -> bool {
    let is_plain = text.len() == 1 || !text.starts_with('0');
    is_plain && matches!(text.len(), 1..=15) && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// A text that can stand in a header.
pub fn token(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_graphic())
}

/// A path: empty, or `/` and names, without a slash at its end.
pub fn path(text: &str) -> bool {
    let Some(names) = text.strip_prefix('/') else {
        return text.is_empty();
    };
    names.split('/').all(|name| {
        let is_known = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.~".contains(&byte);
        !matches!(name, "" | "." | "..") && name.bytes().all(is_known)
    })
}

/// The base address of an API: https, or http on this machine, without a slash at its end.
pub fn endpoint(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once("://") else {
        return false;
    };
    let (host, below) = match rest.find('/') {
        Some(at) => rest.split_at(at),
        None => (rest, ""),
    };
    let is_private = match scheme {
        "https" => true,
        _ => is_loopback(host),
    };
    is_private && path(below) && is_origin(&[scheme, "://", host].concat())
}

fn is_loopback(host: &str) -> bool {
    let name = match host.rsplit_once(':') {
        Some((name, port)) if !port.ends_with(']') => name,
        _ => host,
    };
    matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}
