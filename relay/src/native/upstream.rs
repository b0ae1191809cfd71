//! Calls to the vendor.

use crate::core::{Call, Reply, TransportError};
use http_body_util::{BodyExt, Full, Limited};
use hyper::body::{Bytes, Incoming};
use hyper::header::{AUTHORIZATION, CONTENT_TYPE, HeaderValue, RETRY_AFTER, USER_AGENT};
use hyper::{Request, Response};
use hyper_rustls::{HttpsConnector, HttpsConnectorBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use hyper_util::client::legacy::{Client, Error};
use hyper_util::rt::{TokioExecutor, TokioTimer};
use std::error::Error as _;
use std::time::Duration;
use tokio::time::{Instant, timeout_at};

/// The largest answer that is passed on, in bytes.
const LARGEST_ANSWER: usize = 256 * 1024;
/// How long a connection may take to open.
const CONNECT: Duration = Duration::from_secs(3);
/// How long a connection stays open without a call. Servers often close theirs after a minute.
const IDLE: Duration = Duration::from_secs(20);
const NAME: &str = concat!("storefront-signup-relay/", env!("CARGO_PKG_VERSION"));

/// The client for all calls.
pub struct Upstream(Client<HttpsConnector<HttpConnector>, Full<Bytes>>);

impl Upstream {
    /// A client that trusts Mozilla's list of authorities, so that the binary needs no file beside it.
    pub fn new() -> Self {
        let mut http = HttpConnector::new();
        http.enforce_http(false);
        http.set_connect_timeout(Some(CONNECT));
        http.set_nodelay(true);
        let https = HttpsConnectorBuilder::new()
            .with_webpki_roots()
            .https_or_http()
            .enable_http1()
            .wrap_connector(http);
        let client = Client::builder(TokioExecutor::new())
            .pool_timer(TokioTimer::new())
            .pool_idle_timeout(IDLE)
            .build(https);
        Self(client)
    }

    /// Sends a call once, and follows no redirect.
    ///
    /// hyper opens another connection only if an old one closed before a byte of the call went out.
    pub async fn send(&self, call: Call, deadline: Instant) -> Result<Reply, TransportError> {
        let Some(request) = request(call) else {
            return Err(TransportError::Unreachable);
        };
        let exchange = async {
            read(
                self.0
                    .request(request)
                    .await
                    .map_err(|error| lost(&error))?,
            )
            .await
        };
        timeout_at(deadline, exchange)
            .await
            .unwrap_or(Err(TransportError::TimedOut))
    }
}

fn request(call: Call) -> Option<Request<Full<Bytes>>> {
    let mut request = Request::builder()
        .method(call.method)
        .uri(call.url)
        .header(USER_AGENT, NAME);
    if let Some(token) = call.token {
        let mut value = HeaderValue::try_from(["Bearer ", token.expose()].concat()).ok()?;
        value.set_sensitive(true);
        request = request.header(AUTHORIZATION, value);
    }
    let body = match call.body {
        Some((media, body)) => {
            request = request.header(CONTENT_TYPE, media);
            Bytes::copy_from_slice(body.expose().as_bytes())
        }
        None => Bytes::new(),
    };
    request.body(Full::new(body)).ok()
}

async fn read(response: Response<Incoming>) -> Result<Reply, TransportError> {
    let (head, body) = response.into_parts();
    let retry_after = head
        .headers
        .get(RETRY_AFTER)
        .and_then(|value| value.to_str().ok());
    let body = Limited::new(body, LARGEST_ANSWER).collect().await;
    match body {
        Ok(body) => Ok(Reply {
            status: head.status.as_u16(),
            retry_after: retry_after.map(str::to_owned),
            body: body.to_bytes().into(),
        }),
        Err(error) => {
            tracing::warn!(%error, "the platform's answer broke off");
            Err(TransportError::Cut)
        }
    }
}

fn lost(error: &Error) -> TransportError {
    let cause = error.source().map(ToString::to_string);
    tracing::warn!(%error, cause, "the platform gave no answer");
    match error.is_connect() {
        true => TransportError::Unreachable,
        false => TransportError::Cut,
    }
}
