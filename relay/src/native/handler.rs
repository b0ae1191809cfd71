//! A request on its way through the relay.

use super::limits::Limits;
use super::log;
use super::metrics::Metrics;
use super::steps::Steps;
use super::times::Times;
use crate::core::address::Hops;
use crate::core::{Answer, Bound, Decision, Head, LARGEST_BODY, Outcome, Relay};
use axum::body::Body;
use axum::http::header::{CONTENT_LENGTH, CONTENT_TYPE, HeaderName, HeaderValue, ORIGIN};
use axum::http::{HeaderMap, Request, Response, StatusCode};
use http_body_util::{BodyExt, LengthLimitError, Limited};
use hyper::body::Bytes;
use std::net::IpAddr;
use tokio::time::{Instant, timeout};

/// Everything that requests share.
pub struct Shared {
    pub relay: Relay,
    pub hops: Hops,
    pub limits: Limits,
    pub steps: Steps,
    pub metrics: Metrics,
    pub times: Times,
}

/// The address at the other end of a connection.
#[derive(Clone, Copy)]
pub struct Peer(pub IpAddr);

/// A request that has begun. If its future is dropped, the shopper has left.
struct Begun<'a> {
    shared: &'a Shared,
    id: String,
    route: &'static str,
    at: Instant,
    is_ended: bool,
}

impl Shared {
    /// Answers a request.
    pub async fn handle(&self, request: Request<Body>) -> Response<Body> {
        let mut begun = Begun {
            shared: self,
            id: log::id(),
            route: "none",
            at: Instant::now(),
            is_ended: false,
        };
        let origin = single(request.headers(), &ORIGIN).map(str::to_owned);
        let answer = self
            .answer(request, origin.as_deref(), &mut begun.route)
            .await;
        let answer = self.relay.finish(origin.as_deref(), answer);
        begun.end(&answer);
        response(answer, &begun.id)
    }

    async fn answer(
        &self,
        request: Request<Body>,
        origin: Option<&str>,
        route: &mut &'static str,
    ) -> Answer {
        let (head, body) = request.into_parts();
        let target = head
            .uri
            .path_and_query()
            .map_or("", |target| target.as_str());
        let length = single(&head.headers, &CONTENT_LENGTH);
        let decision = self.relay.receive(&Head {
            method: head.method.as_str(),
            target,
            origin,
            media: single(&head.headers, &CONTENT_TYPE),
            length: length.and_then(|length| length.parse().ok()),
        });
        let bound = match decision {
            Decision::Answer(answer) => return answer,
            Decision::Read(bound) => bound,
        };
        *route = bound.route.name;
        if let Err((outcome, seconds)) = self.count(bound, &head.headers, head.extensions.get()) {
            return bound.too_many(seconds, outcome);
        }
        match self.read(bound, body).await {
            Ok(body) => self.pass_on(bound, &body).await,
            Err(answer) => answer,
        }
    }

    fn count(
        &self,
        bound: &Bound,
        headers: &HeaderMap,
        peer: Option<&Peer>,
    ) -> Result<(), (Outcome, u64)> {
        let Some(Peer(peer)) = peer.filter(|_| bound.route.is_limited) else {
            return Ok(());
        };
        let named = headers.get_all(self.hops.header.name()).iter();
        // A value that is no text names nobody.
        let named = named.map(|value| value.to_str().unwrap_or("unknown"));
        self.limits.count(self.hops.client(*peer, named))
    }

    async fn read(&self, bound: &Bound, body: Body) -> Result<Bytes, Answer> {
        let whole = Limited::new(body, LARGEST_BODY).collect();
        match timeout(self.times.body, whole).await {
            Ok(Ok(body)) => Ok(body.to_bytes()),
            Ok(Err(error)) if error.is::<LengthLimitError>() => Err(bound.too_large()),
            _ => Err(bound.too_slow()),
        }
    }

    async fn pass_on(&self, bound: &Bound, body: &[u8]) -> Answer {
        let deadline = Instant::now() + self.times.upstream;
        let of = (bound.platform, bound.settings().as_ref());
        self.steps.run(of, bound.begin(body), deadline).await
    }
}

impl Begun<'_> {
    fn end(&mut self, answer: &Answer) {
        self.is_ended = true;
        let time = self.at.elapsed();
        self.shared.metrics.record(self.route, answer, time);
        log::end(&self.id, self.route, answer, time);
    }
}

impl Drop for Begun<'_> {
    fn drop(&mut self) {
        if !self.is_ended {
            self.end(&Answer::empty(499, Outcome::Left));
        }
    }
}

/// The value of a header that comes once. Of two values, none counts.
fn single<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    let mut values = headers.get_all(name).iter();
    let value = values.next()?;
    match values.next() {
        None => Some(value.to_str().unwrap_or_default()),
        Some(_) => Some(""),
    }
}

fn response(answer: Answer, id: &str) -> Response<Body> {
    let mut response = Response::new(Body::from(answer.body));
    *response.status_mut() =
        StatusCode::from_u16(answer.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
    let id = ("x-request-id", id.to_owned());
    for (name, value) in answer.headers.into_iter().chain([id]) {
        if let Ok(value) = HeaderValue::try_from(value) {
            response
                .headers_mut()
                .insert(HeaderName::from_static(name), value);
        }
    }
    response
}
