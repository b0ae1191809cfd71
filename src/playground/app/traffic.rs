//! The form's requests and their answers. `traffic.js` tells of them.

use super::{Page, browser};
use crate::secret::mask;
use crate::secret::token_of;
use leptos::prelude::*;
use serde::Deserialize;
use wasm_bindgen::JsCast;
use web_sys::CustomEvent;

/// How many are kept.
const MOST: usize = 60;

/// A request, and what came of it. All of it is masked.
#[derive(Clone)]
pub struct Exchange {
    /// A number that no other exchange has.
    pub id: u32,
    /// The time of day.
    pub time: String,
    /// The HTTP method.
    pub method: String,
    /// The whole address.
    pub url: String,
    /// What was sent.
    pub request: Message,
    /// What came of it.
    pub outcome: ArcRwSignal<Outcome>,
}

/// Headers and body of a request or an answer.
#[derive(Clone)]
pub struct Message {
    /// Names and values.
    pub headers: Vec<(String, String)>,
    /// Indented where it is JSON.
    pub body: String,
}

/// What came of a request.
#[derive(Clone)]
pub enum Outcome {
    /// Nothing yet. The request's token is kept until then, as stores may repeat what they were sent.
    Pending(String),
    /// An answer with this status, after so many milliseconds.
    Answered(u16, Message, u32),
    /// No answer, for a reason of the browser's, after so many milliseconds.
    Lost(String, u32),
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase")]
enum News {
    Sent {
        id: u32,
        method: String,
        url: String,
        headers: Vec<(String, String)>,
        body: String,
    },
    Answered {
        id: u32,
        status: u16,
        headers: Vec<(String, String)>,
        body: String,
        duration: u32,
    },
    Lost {
        id: u32,
        reason: String,
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

/// Keeps the requests of the page from now on.
pub fn listen(page: Page) {
    let handle = window_event_listener_untyped("playground-traffic", move |event| {
        let detail = event.unchecked_ref::<CustomEvent>().detail().as_string();
        if let Some(news) = detail.and_then(|text| serde_json::from_str(&text).ok()) {
            note(page, news);
        }
    });
    on_cleanup(move || handle.remove());
}

fn note(page: Page, news: News) {
    match news {
        News::Sent {
            id,
            method,
            url,
            headers,
            body,
        } => {
            let token = token_of(&headers).to_owned();
            add(
                page,
                Exchange {
                    id,
                    time: browser::time(),
                    method,
                    url: mask::address(&mask::known(&url, &token)),
                    request: Message::masked(headers, &body, &token),
                    outcome: ArcRwSignal::new(Outcome::Pending(token)),
                },
            );
        }
        News::Answered {
            id,
            status,
            headers,
            body,
            duration,
        } => end(page, id, |token| {
            Outcome::Answered(status, Message::masked(headers, &body, token), duration)
        }),
        News::Lost {
            id,
            reason,
            duration,
        } => end(page, id, |_| Outcome::Lost(reason, duration)),
    }
}

fn add(page: Page, exchange: Exchange) {
    page.exchanges.update(|exchanges| {
        exchanges.insert(0, exchange);
        exchanges.truncate(MOST);
    });
}

fn end(page: Page, id: u32, outcome: impl FnOnce(&str) -> Outcome) {
    page.exchanges.with_untracked(|exchanges| {
        if let Some(exchange) = exchanges.iter().find(|exchange| exchange.id == id) {
            exchange.outcome.update(|own| {
                if let Outcome::Pending(token) = own {
                    *own = outcome(token);
                }
            });
        }
    });
}
