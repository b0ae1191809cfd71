//! Carries a request out under a fault.

use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::StatusCode;
use axum::http::header::{
    ACCESS_CONTROL_EXPOSE_HEADERS, CONTENT_LENGTH, CONTENT_TYPE, LOCATION, RETRY_AFTER,
};
use axum::response::Response as HttpResponse;
use futures_util::stream;
use serde_json::Value;

use crate::connection::Cut;
use crate::cors;
use crate::fault::{BodyKind, Effect, When};
use crate::platform::Platform;
use crate::response::{self, Response};

/// The size of a body that a page has to survive.
const LARGE: usize = 1 << 20;
/// The size of one piece of a slow body.
const PIECE: usize = 16;
/// How long half a body is given to leave before the connection is closed.
const FLUSH: Duration = Duration::from_millis(50);
const GATEWAY_PAGE: &str = "<html>\n<head><title>Gateway</title></head>\n<body><center><h1>Gateway</h1></center></body>\n</html>\n";

/// The answer to a request under `effect`. `perform` carries it out as usual, `share` lets the page read an answer.
pub(crate) async fn inject(
    effect: &Effect,
    platform: &dyn Platform,
    perform: impl FnOnce() -> Response,
    share: impl FnOnce(&mut Response),
) -> HttpResponse {
    match effect {
        Effect::Delay { ms, when } => delayed(Duration::from_millis(*ms), *when, perform).await,
        Effect::Hang { when } => hang(*when, perform).await,
        Effect::CutBefore => cut(),
        Effect::CutAfter => {
            perform();
            cut()
        }
        Effect::CutBody => half(perform()),
        Effect::NoCors => unshared(perform()),
        Effect::WrongContentType => mislabelled(perform()),
        Effect::SlowDrip { ms } => dripping(perform(), Duration::from_millis(*ms)),
        Effect::Status { .. }
        | Effect::Redirect { .. }
        | Effect::ExpiredToken
        | Effect::Unreadable => made_up(effect, platform, share),
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

async fn hang(when: When, perform: impl FnOnce() -> Response) -> HttpResponse {
    if when == When::After {
        perform();
    }
    std::future::pending().await
}

fn cut() -> HttpResponse {
    let mut response = HttpResponse::new(Body::empty());
    response.extensions_mut().insert(Cut);
    response
}

/// An answer in place of the real one; the request is not carried out.
fn made_up(
    effect: &Effect,
    platform: &dyn Platform,
    share: impl FnOnce(&mut Response),
) -> HttpResponse {
    let mut response = match effect {
        Effect::Status { code, body, .. } => refusal(platform, *code, *body),
        Effect::ExpiredToken => platform.expired_token(),
        Effect::Redirect { .. } => response::empty(StatusCode::FOUND),
        _ => response::html(StatusCode::OK, GATEWAY_PAGE),
    };
    share(&mut response);
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
        } => half(response),
        _ => response.map(Body::from),
    }
}

fn refusal(platform: &dyn Platform, code: u16, body: BodyKind) -> Response {
    let status = StatusCode::from_u16(code).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    match body {
        BodyKind::Json | BodyKind::Cut => response::json(status, &platform.error_body(status)),
        BodyKind::Html => response::html(status, GATEWAY_PAGE),
        BodyKind::Empty => response::empty(status),
        BodyKind::Large => response::json(status, &padded(platform.error_body(status))),
    }
}

/// The platform's error with so much beside it that the whole is one megabyte.
fn padded(error: Value) -> Value {
    serde_json::json!({ "padding": "x".repeat(LARGE), "error": error })
}

fn retry_after(response: &mut Response, seconds: u32, readable: bool) {
    response::set(response, RETRY_AFTER, &seconds.to_string());
    if readable {
        response::set(response, ACCESS_CONTROL_EXPOSE_HEADERS, "Retry-After");
    }
}

/// Promises the whole body, sends half of it and closes the connection.
fn half(response: Response) -> HttpResponse {
    let (mut parts, bytes) = response.into_parts();
    parts.headers.insert(CONTENT_LENGTH, bytes.len().into());
    let first = bytes.slice(..bytes.len() / 2);
    let pieces = stream::unfold(Some(first), |first| async move {
        if let Some(first) = first {
            return Some((Ok(first), None));
        }
        tokio::time::sleep(FLUSH).await;
        Some((Err(std::io::Error::other("cut by a fault")), None))
    });
    HttpResponse::from_parts(parts, Body::from_stream(pieces))
}

fn unshared(mut response: Response) -> HttpResponse {
    cors::unshare(response.headers_mut());
    response.map(Body::from)
}

fn mislabelled(mut response: Response) -> HttpResponse {
    response::set(&mut response, CONTENT_TYPE, "image/png");
    response.map(Body::from)
}

fn dripping(response: Response, pause: Duration) -> HttpResponse {
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
