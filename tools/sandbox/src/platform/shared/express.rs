//! The behaviour of Express servers: how they parse a body, and their HTML error pages.

use axum::http::StatusCode;
use axum::http::header::{CONTENT_SECURITY_POLICY, X_CONTENT_TYPE_OPTIONS};
use serde_json::{Map, Value};

use super::json_syntax;
use crate::request::Request;
use crate::response::{self, Response};

/// The largest body that the server accepts, in bytes.
const LIMIT: usize = 100 * 1024;

/// Why the server could not parse a body.
#[derive(Debug)]
pub(crate) struct BodyError {
    /// The status of the response.
    pub status: StatusCode,
    /// The name of the JavaScript error.
    pub name: &'static str,
    /// The message of the error.
    pub message: String,
}

/// The body as JSON: an empty object if there is no body, `None` if the server does not know its media type.
///
/// # Errors
/// If the body is too large, or does not match its media type.
pub(crate) fn body(request: &Request, accepts_forms: bool) -> Result<Option<Value>, BodyError> {
    if request.body.is_empty() {
        return Ok(Some(Value::Object(Map::new())));
    }
    match request.media_type().as_str() {
        "application/json" => json(request).map(Some),
        "application/x-www-form-urlencoded" if accepts_forms => Ok(Some(request.form())),
        _ => Ok(None),
    }
}

fn json(request: &Request) -> Result<Value, BodyError> {
    check_charset(request)?;
    if let Some(encoding) = request
        .header("content-encoding")
        .filter(|encoding| *encoding != "identity")
    {
        return Err(unsupported(format!(
            "unsupported content encoding \"{encoding}\""
        )));
    }
    if request.body.len() > LIMIT {
        let message = "request entity too large".to_owned();
        return Err(BodyError {
            status: StatusCode::PAYLOAD_TOO_LARGE,
            name: "PayloadTooLargeError",
            message,
        });
    }
    json_syntax::parse(&String::from_utf8_lossy(&request.body)).map_err(|message| BodyError {
        status: StatusCode::BAD_REQUEST,
        name: "SyntaxError",
        message,
    })
}

fn check_charset(request: &Request) -> Result<(), BodyError> {
    let header = request
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

/// The page of Express for an unhandled error.
pub(crate) fn error_page(error: &BodyError) -> Response {
    let text = escape(&format!("{}: {}", error.name, error.message));
    page(
        error.status,
        &format!("{text}<br> &nbsp; &nbsp;at process.processTicksAndRejections (node:internal)"),
    )
}

/// The page of Express for an unknown route.
pub(crate) fn not_found(request: &Request) -> Response {
    page(
        StatusCode::NOT_FOUND,
        &escape(&format!("Cannot {} {}", request.method, request.path)),
    )
}

fn page(status: StatusCode, text: &str) -> Response {
    let mut page = response::html(
        status,
        format!(
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>Error</title>\n</head>\n\
             <body>\n<pre>{text}</pre>\n</body>\n</html>\n"
        ),
    );
    response::set(&mut page, CONTENT_SECURITY_POLICY, "default-src 'none'");
    response::set(&mut page, X_CONTENT_TYPE_OPTIONS, "nosniff");
    page
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
        .replace('\'', "&#39;")
}
