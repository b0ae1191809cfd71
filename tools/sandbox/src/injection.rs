//! Fault injection: what a request gets instead of the usual response.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::http::header::{
    ACCESS_CONTROL_EXPOSE_HEADERS, CONTENT_LENGTH, CONTENT_TYPE, LOCATION, RETRY_AFTER,
};
use axum::response::Response as HttpResponse;
use futures_util::stream;
use serde_json::Value;

use crate::connection::CloseConnection;
use crate::cors;
use crate::fault::{BodyKind, Effect, When};
use crate::platform::Platform;
use crate::response::{self, Response};

/// The size of a large body, in bytes.
const LARGE_BODY: usize = 1 << 20;
/// The size of one piece of a slow body, in bytes.
const PIECE: usize = 16;
/// The time for sending half of a body, before the connection closes.
const FLUSH: Duration = Duration::from_millis(50);
const GATEWAY_PAGE: &str = "<html>\n<head><title>Gateway</title></head>\n<body><center><h1>Gateway</h1></center></body>\n</html>\n";

/// The response to a request under `effect`.
///
/// `perform` handles the request as usual. `add_cors` allows the page to read a response.
pub(crate) async fn inject(
    effect: &Effect,
    platform: &dyn Platform,
    perform: impl FnOnce() -> Response,
    add_cors: impl FnOnce(&mut Response),
) -> HttpResponse {
    match effect {
        Effect::Delay { ms, when } => delayed(Duration::from_millis(*ms), *when, perform).await,
        Effect::Hang { when } => hanging(*when, perform).await,
        Effect::CutBefore => closed(),
        Effect::CutAfter => {
            perform();
            closed()
        }
        Effect::CutBody => truncated(perform()),
        Effect::NoCors => without_cors(perform()),
        Effect::WrongContentType => with_wrong_type(perform()),
        Effect::SlowDrip { ms } => throttled(perform(), Duration::from_millis(*ms)),
        Effect::Status { .. }
        | Effect::Redirect { .. }
        | Effect::ExpiredToken
        | Effect::Unreadable => replacement(effect, platform, add_cors),
    }
}

async fn delayed(pause: Duration, when: When, perform: impl FnOnce() -> Response) -> HttpResponse {
    match when {
        When::Before => {
            tokio::time::sleep(pause).await;
            perform().map(Body::from)
        }
        When::After => {
            let response = perform();
            tokio::time::sleep(pause).await;
            response.map(Body::from)
        }
    }
}

async fn hanging(when: When, perform: impl FnOnce() -> Response) -> HttpResponse {
    if when == When::After {
        perform();
    }
    std::future::pending().await
}

fn closed() -> HttpResponse {
    let mut response = HttpResponse::new(Body::empty());
    response.extensions_mut().insert(CloseConnection);
    response
}

/// A response for a request that the store does not handle.
fn replacement(
    effect: &Effect,
    platform: &dyn Platform,
    add_cors: impl FnOnce(&mut Response),
) -> HttpResponse {
    let mut response = match effect {
        Effect::Status { code, body, .. } => error(platform, *code, *body),
        Effect::ExpiredToken => platform.expired_token(),
        Effect::Redirect { .. } => response::empty(StatusCode::FOUND),
        _ => response::html(StatusCode::OK, GATEWAY_PAGE),
    };
    add_cors(&mut response);
    match effect {
        Effect::Redirect { to } => {
            response::set(&mut response, LOCATION, to.as_deref().unwrap_or("/"))
        }
        Effect::Status {
            retry_after: Some(seconds),
            readable,
            ..
        } => retry_after(&mut response, *seconds, *readable),
        _ => {}
    }
    match effect {
        Effect::Status {
            body: BodyKind::Cut,
            ..
        } => truncated(response),
        _ => response.map(Body::from),
    }
}

fn error(platform: &dyn Platform, code: u16, body: BodyKind) -> Response {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    match body {
        BodyKind::Json | BodyKind::Cut => response::json(status, &platform.error_body(status)),
        BodyKind::Html => response::html(status, GATEWAY_PAGE),
        BodyKind::Empty => response::empty(status),
        BodyKind::Large => response::json(status, &padded(platform.error_body(status))),
    }
}

/// The platform's error body, with one megabyte of padding.
fn padded(body: Value) -> Value {
    serde_json::json!({ "padding": "x".repeat(LARGE_BODY), "error": body })
}

fn retry_after(response: &mut Response, seconds: u32, readable: bool) {
    response::set(response, RETRY_AFTER, &seconds.to_string());
    if readable {
        response::set(response, ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
    }
}

/// Announces the whole body, sends half of it, and closes the connection.
fn truncated(response: Response) -> HttpResponse {
    let (mut parts, bytes) = response.into_parts();
    parts.headers.insert(CONTENT_LENGTH, bytes.len().into());
    let first = bytes.slice(..bytes.len() / 2);
    let pieces = stream::unfold(Some(first), |first| async move {
        if let Some(first) = first {
            return Some((Ok(first), None));
        }
        tokio::time::sleep(FLUSH).await;
        Some((
            Err(std::io::Error::other("a fault closed the connection")),
            None,
        ))
    });
    HttpResponse::from_parts(parts, Body::from_stream(pieces))
}

fn without_cors(mut response: Response) -> HttpResponse {
    cors::remove_headers(response.headers_mut());
    response.map(Body::from)
}

fn with_wrong_type(mut response: Response) -> HttpResponse {
    response::set(&mut response, CONTENT_TYPE, "image/png");
    response.map(Body::from)
}

fn throttled(response: Response, pause: Duration) -> HttpResponse {
    let (parts, bytes) = response.into_parts();
    let pieces = stream::unfold(bytes, move |mut rest| async move {
        if rest.is_empty() {
            return None;
        }
        tokio::time::sleep(pause).await;
        let piece = rest.split_to(PIECE.min(rest.len()));
        Some((Ok::<Bytes, std::io::Error>(piece), rest))
    });
    HttpResponse::from_parts(parts, Body::from_stream(pieces))
}
