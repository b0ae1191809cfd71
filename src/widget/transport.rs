//! Sends requests, with time limits, and again where that is safe.

use super::page;
use crate::registration::http::{Answer, Reply, Request, TransportError};
use gloo_net::http::Headers;
use js_sys::{Function, Promise, Reflect};
use leptos::prelude::{TimeoutHandle, set_timeout_with_handle};
use std::cell::Cell;
use std::rc::Rc;
use std::time::Duration;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, AbortSignal, RequestCredentials, RequestInit, RequestRedirect, Response,
    Window,
};

/// The longest `Retry-After`, in seconds, that the widget waits for by itself.
const LONGEST_RETRY_AFTER: u32 = 10;
/// In bytes. The responses of the platforms are much shorter.
const LONGEST_BODY: usize = 256 * 1024;

/// Sends a request and waits for the response, at most `seconds` for each try.
///
/// If the response is lost, it sends a repeatable request once more. If the platform refuses the
/// request with a short `Retry-After`, it waits and sends the request again: nothing was created.
pub async fn send_with_retry(request: &Request, seconds: u32) -> Answer {
    let answer = match send(request, seconds).await {
        Err(TransportError::Unreachable | TransportError::TimedOut) if request.repeatable => {
            send(request, seconds).await
        }
        answer => answer,
    };
    match short_retry_after(&answer) {
        Some(wait) => {
            sleep(wait).await;
            send(request, seconds).await
        }
        None => answer,
    }
}

fn short_retry_after(answer: &Answer) -> Option<u32> {
    let reply = answer.as_ref().ok().filter(|reply| reply.status == 429)?;
    reply
        .retry_after
        .filter(|wait| *wait <= LONGEST_RETRY_AFTER)
}

async fn send(request: &Request, seconds: u32) -> Answer {
    let window = web_sys::window().ok_or(TransportError::Unreachable)?;
    let limit = Limit::new(seconds).ok_or(TransportError::Unreachable)?;
    let request = build(request, &limit.signal()).ok_or(TransportError::Unreachable)?;
    let reply = read(&window, &request).await;
    reply.map_err(|_| match limit.is_over() {
        true => TransportError::TimedOut,
        false if window.navigator().on_line() => TransportError::Unreachable,
        // Only a hint: it can be `false` on virtual machines and behind proxies.
        false => TransportError::Offline,
    })
}

fn build(request: &Request, signal: &AbortSignal) -> Option<web_sys::Request> {
    let init = RequestInit::new();
    init.set_method(request.method);
    init.set_credentials(match request.cookies {
        true => RequestCredentials::Include,
        false => RequestCredentials::Omit,
    });
    // A redirect could send the password to another URL. The status 0 reports it instead.
    init.set_redirect(RequestRedirect::Manual);
    init.set_headers(headers(request)?.as_ref());
    init.set_signal(Some(signal));
    if let Some(body) = &request.body {
        init.set_body(&body.as_str().into());
    }
    web_sys::Request::new_with_str_and_init(&page::resolve(&request.url)?, &init).ok()
}

/// `None` for a value that a header can't contain. gloo-net would panic.
fn headers(request: &Request) -> Option<web_sys::Headers> {
    let headers = web_sys::Headers::new().ok()?;
    for (name, value) in &request.headers {
        headers.set(name, value).ok()?;
    }
    Some(headers)
}

/// Calls `fetch` directly. gloo-net panics if `fetch` rejects with something that is not an `Error`,
/// and a panic stops every widget of the page. The page may also replace `fetch` by one that throws.
async fn read(window: &Window, request: &web_sys::Request) -> Result<Reply, JsValue> {
    let fetch: Function = Reflect::get(window, &"fetch".into())?.dyn_into()?;
    let answer = Promise::resolve(&fetch.call1(window, request)?);
    let response: Response = JsFuture::from(answer).await?.dyn_into()?;
    let text = JsFuture::from(response.text()?)
        .await?
        .as_string()
        .unwrap_or_default();
    let text = if text.len() > LONGEST_BODY { "" } else { &text };
    Ok(Reply::new(response.status(), retry_after(&response), text))
}

fn retry_after(response: &Response) -> Option<u32> {
    let headers = Headers::from_raw(response.headers());
    headers.get("retry-after")?.trim().parse().ok()
}

/// Aborts a request when its time limit has passed. Dropping it clears the timer.
struct Limit {
    controller: AbortController,
    is_over: Rc<Cell<bool>>,
    timer: TimeoutHandle,
}

impl Limit {
    fn new(seconds: u32) -> Option<Self> {
        let controller = AbortController::new().ok()?;
        let is_over = Rc::new(Cell::new(false));
        let abort = {
            let (controller, is_over) = (controller.clone(), is_over.clone());
            move || {
                is_over.set(true);
                controller.abort();
            }
        };
        let timer = set_timeout_with_handle(abort, Duration::from_secs(seconds.into())).ok()?;
        Some(Self {
            controller,
            is_over,
            timer,
        })
    }

    fn signal(&self) -> AbortSignal {
        self.controller.signal()
    }

    fn is_over(&self) -> bool {
        self.is_over.get()
    }
}

impl Drop for Limit {
    fn drop(&mut self) {
        self.timer.clear();
    }
}

async fn sleep(seconds: u32) {
    let promise = Promise::new(&mut |resolve, _| {
        let wake = move || {
            let _ = resolve.call0(&JsValue::UNDEFINED);
        };
        let _ = set_timeout_with_handle(wake, Duration::from_secs(seconds.into()));
    });
    let _ = JsFuture::from(promise).await;
}
