//! The form's requests and their responses, as `traffic.js` reports them.

use super::browser;
use crate::secret::mask;
use crate::secret::token_of;
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen::JsCast;
use web_sys::CustomEvent;

/// The log keeps this many exchanges.
const CAPACITY: usize = 60;

/// A request and its outcome. Secrets in both are masked.
#[derive(Clone)]
pub struct Exchange {
    /// A number that no other exchange has.
    pub id: u32,
    /// The time of day.
    pub time: String,
    /// The HTTP method.
    pub method: String,
    /// The whole URL.
    pub url: String,
    /// The headers and body of the request.
    pub request: Message,
    /// The response, once there is one.
    pub outcome: ArcRwSignal<Outcome>,
}

/// Headers and body of a request or a response.
#[derive(Clone)]
pub struct Message {
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// Indented where it is JSON.
    pub body: String,
}

/// The outcome of a request.
#[derive(Clone)]
pub enum Outcome {
    /// None yet. Holds the request's token, because a store may repeat it in its response.
    Pending(String),
    /// A response with this status, after so many milliseconds.
    Response(u16, Message, u32),
    /// No response: the browser's error message, after so many milliseconds.
    Error(String, u32),
}

/// A report of `traffic.js`.
#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum Report {
    Request {
        id: u32,
        method: String,
        url: String,
        headers: Vec<(String, String)>,
        body: String,
    },
    Response {
        id: u32,
        status: u16,
        headers: Vec<(String, String)>,
        body: String,
        duration: u32,
    },
    Error {
        id: u32,
        message: String,
        duration: u32,
    },
}

impl Message {
    fn masked(headers: Vec<(String, String)>, body: &str, token: &str) -> Self {
        let mask_header = |(name, value): (String, String)| {
            let value = mask::known(&mask::header(&name, &value), token);
            (name, value)
        };
        Self {
            headers: headers.into_iter().map(mask_header).collect(),
            body: mask::body(&mask::known(body, token)),
        }
    }
}

/// Adds each request to `exchanges` from now on.
pub fn listen(exchanges: RwSignal<Vec<Exchange>>) {
    let handle = window_event_listener_untyped("playground-traffic", move |event| {
        let detail = event.unchecked_ref::<CustomEvent>().detail().as_string();
        if let Some(report) = detail.and_then(|text| serde_json::from_str(&text).ok()) {
            record(exchanges, report);
        }
    });
    on_cleanup(move || handle.remove());
}

fn record(exchanges: RwSignal<Vec<Exchange>>, report: Report) {
    match report {
        Report::Request {
            id,
            method,
            url,
            headers,
            body,
        } => {
            let token = token_of(&headers).to_owned();
            add(
                exchanges,
                Exchange {
                    id,
                    time: browser::time(),
                    method,
                    url: mask::url(&mask::known(&url, &token)),
                    request: Message::masked(headers, &body, &token),
                    outcome: ArcRwSignal::new(Outcome::Pending(token)),
                },
            );
        }
        Report::Response {
            id,
            status,
            headers,
            body,
            duration,
        } => finish(exchanges, id, |token| {
            Outcome::Response(status, Message::masked(headers, &body, token), duration)
        }),
        Report::Error {
            id,
            message,
            duration,
        } => finish(exchanges, id, |_| Outcome::Error(message, duration)),
    }
}

fn add(exchanges: RwSignal<Vec<Exchange>>, exchange: Exchange) {
    exchanges.update(|exchanges| {
        exchanges.insert(0, exchange);
        exchanges.truncate(CAPACITY);
    });
}

fn finish(exchanges: RwSignal<Vec<Exchange>>, id: u32, outcome: impl FnOnce(&str) -> Outcome) {
    exchanges.with_untracked(|exchanges| {
        if let Some(exchange) = exchanges.iter().find(|exchange| exchange.id == id) {
            exchange.outcome.update(|current| {
                if let Outcome::Pending(token) = current {
                    *current = outcome(token);
                }
            });
        }
    });
}
