//! The session cookie of express-session.

use std::time::{Duration, SystemTime};

use axum::http::header::SET_COOKIE;
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use crate::id;
use crate::request::Request;
use crate::response::{self, Response};

/// The lifetime of a session.
const LIFETIME: Duration = Duration::from_hours(10);
const COOKIE: &str = "connect.sid";

/// The value of the session cookie, if the request has one.
pub(crate) fn get(request: &Request) -> Option<&str> {
    request.cookie(COOKIE)
}

/// A random session id, in the format of the cookie.
pub(crate) fn new_id() -> String {
    utf8_percent_encode(
        &format!("s:{}.{}", id::letters(32), id::letters(43)),
        NON_ALPHANUMERIC,
    )
    .to_string()
}

/// Sets the session cookie, for the platform's paths only.
pub(crate) fn set(request: &Request, response: &mut Response, session: &str) {
    set_cookie(request, response, session, SystemTime::now() + LIFETIME);
}

/// Removes the session cookie.
pub(crate) fn clear(request: &Request, response: &mut Response) {
    set_cookie(request, response, "", SystemTime::UNIX_EPOCH);
}

fn set_cookie(request: &Request, response: &mut Response, value: &str, expires: SystemTime) {
    let expires = httpdate::fmt_http_date(expires);
    let cookie = format!(
        "{COOKIE}={value}; Path={}; Expires={expires}; HttpOnly",
        request.prefix
    );
    response::set(response, SET_COOKIE, &cookie);
}
