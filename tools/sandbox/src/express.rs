//! What servers built on Express have in common: reading a body, the page for an unknown route, the session cookie.

use std::time::{Duration, SystemTime};

use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, SET_COOKIE, X_CONTENT_TYPE_OPTIONS};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Map, Value};

use crate::answer::{self, Answer};
use crate::call::Call;
use crate::{id, json_syntax, mask};

/// The largest body that is read, in bytes.
const LIMIT: usize = 100 * 1024;
/// How long a session lasts.
const SESSION: Duration = Duration::from_hours(10);
const COOKIE: &str = "connect.sid";

/// Why a body could not be read.
#[derive(Debug)]
pub(crate) struct BodyError {
    /// The answer's status.
    pub status: StatusCode,
    /// The kind of error, as JavaScript names it.
    pub name: &'static str,
    /// What is wrong.
    pub message: String,
}

/// The body as a value: an empty object if there is none, nothing at all if its type is not understood.
///
/// # Errors
/// When the body is not what its content type promises, or too large.
pub(crate) fn body(call: &Call, takes_forms: bool) -> Result<Option<Value>, BodyError> {
    if call.body.is_empty() {
        return Ok(Some(Value::Object(Map::new())));
    }
    match call.media_type().as_str() {
        "application/json" => json(call).map(Some),
        "application/x-www-form-urlencoded" if takes_forms => Ok(Some(mask::form(&call.body))),
        _ => Ok(None),
    }
}

fn json(call: &Call) -> Result<Value, BodyError> {
    check_charset(call)?;
    if let Some(encoding) = call
        .header("content-encoding")
        .filter(|encoding| *encoding != "identity")
    {
        return Err(unsupported(format!(
            "unsupported content encoding \"{encoding}\""
        )));
    }
    if call.body.len() > LIMIT {
        let message = "request entity too large".to_owned();
        return Err(BodyError {
            status: StatusCode::PAYLOAD_TOO_LARGE,
            name: "PayloadTooLargeError",
            message,
        });
    }
    json_syntax::parse(&String::from_utf8_lossy(&call.body)).map_err(|message| BodyError {
        status: StatusCode::BAD_REQUEST,
        name: "SyntaxError",
        message,
    })
}

fn check_charset(call: &Call) -> Result<(), BodyError> {
    let header = call
        .header("content-type")
        .unwrap_or_default()
        .to_ascii_uppercase();
    match header
        .split_once("CHARSET=")
        .map(|(_, charset)| charset.trim_matches(['"', ' ']))
    {
        Some(charset) if !charset.starts_with("UTF-") => {
            Err(unsupported(format!("unsupported charset \"{charset}\"")))
        }
        _ => Ok(()),
    }
}

fn unsupported(message: String) -> BodyError {
    BodyError {
        status: StatusCode::UNSUPPORTED_MEDIA_TYPE,
        name: "UnsupportedMediaTypeError",
        message,
    }
}

/// The page that Express shows for an error that nobody handled.
pub(crate) fn error_page(error: &BodyError) -> Answer {
    let text = escape(&format!("{}: {}", error.name, error.message));
    page(
        error.status,
        &format!("{text}<br> &nbsp; &nbsp;at process.processTicksAndRejections (node:internal)"),
    )
}

/// The page for a route that doesn't exist.
pub(crate) fn not_found(call: &Call) -> Answer {
    page(
        StatusCode::NOT_FOUND,
        &escape(&format!("Cannot {} {}", call.method, call.path)),
    )
}

fn page(status: StatusCode, text: &str) -> Answer {
    let mut page = answer::html(
        status,
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Error</title>\n</head>\n\
             <body>\n<pre>{text}</pre>\n</body>\n</html>\n"
        ),
    );
    answer::set(&mut page, CONTENT_SECURITY_POLICY, "default-src 'none'");
    answer::set(&mut page, X_CONTENT_TYPE_OPTIONS, "nosniff");
    page
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}

/// The value of the session cookie, if the browser sent one.
pub(crate) fn session(call: &Call) -> Option<&str> {
    call.cookie(COOKIE)
}

/// A session id that nobody can guess, as it stands in the cookie.
pub(crate) fn new_session() -> String {
    utf8_percent_encode(
        &format!("s:{}.{}", id::letters(32), id::letters(43)),
        NON_ALPHANUMERIC,
    )
    .to_string()
}

/// Gives the browser a session for the platform's own paths.
pub(crate) fn set_session(call: &Call, answer: &mut Answer, session: &str) {
    set_cookie(call, answer, session, SystemTime::now() + SESSION);
}

/// Takes the browser's session away.
pub(crate) fn end_session(call: &Call, answer: &mut Answer) {
    set_cookie(call, answer, "", SystemTime::UNIX_EPOCH);
}

fn set_cookie(call: &Call, answer: &mut Answer, value: &str, expires: SystemTime) {
    let expires = httpdate::fmt_http_date(expires);
    let cookie = format!(
        "{COOKIE}={value}; Path={}; Expires={expires}; HttpOnly",
        call.prefix
    );
    answer::set(answer, SET_COOKIE, &cookie);
}
