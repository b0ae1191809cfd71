//! Sends requests, with time limits, and again where that is safe.

use super::page;
use crate::registration::http::{Answer, Reply, Request, TransportError};
use crate::registration::json::{Json, Object};
use gloo_net::http::Headers;
use js_sys::{Function, JSON, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{AbortSignal, Response, Window};

/// The longest `Retry-After`, in seconds, that the widget waits for by itself.
const LONGEST_RETRY_AFTER: u32 = 10;
/// In bytes. The responses of the platforms are much shorter.
const LONGEST_BODY: usize = 256 * 1024;

#[wasm_bindgen]
extern "C" {
    /// Chromium before 103 does not have it. There the time limit is the browser's own.
    #[wasm_bindgen(catch, js_namespace = AbortSignal)]
    fn timeout(milliseconds: u32) -> Result<AbortSignal, JsValue>;
}

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
    let limit = timeout(seconds * 1000).ok();
    let reply = match build(request, limit.as_ref()) {
        Some(request) => read(&window, &request).await,
        None => return Err(TransportError::Unreachable),
    };
    reply.map_err(|_| match limit.is_some_and(|limit| limit.aborted()) {
        true => TransportError::TimedOut,
        false if window.navigator().on_line() => TransportError::Unreachable,
        // Only a hint: it can be `false` on virtual machines and behind proxies.
        false => TransportError::Offline,
    })
}

/// `None` for a value that a header cannot contain.
///
/// The options go as JSON, because the bindings of a setter for each of them weigh more.
fn build(request: &Request, signal: Option<&AbortSignal>) -> Option<web_sys::Request> {
    let mut headers = Object::new();
    for (name, value) in &request.headers {
        headers = headers.text(name, value);
    }
    let mut options = Object::new()
        .text("method", request.method)
        .text("credentials", credentials(request))
        // A redirect could send the password to another URL. The status 0 reports it instead.
        .text("redirect", "manual")
        .with("headers", headers);
    if let Some(body) = &request.body {
        options = options.text("body", body);
    }
    let options = JSON::parse(&Json::from(options).write()).ok()?;
    if let Some(signal) = signal {
        Reflect::set(&options, &"signal".into(), signal).ok()?;
    }
    let address = page::resolve(&request.url)?;
    web_sys::Request::new_with_str_and_init(&address, options.unchecked_ref()).ok()
}

fn credentials(request: &Request) -> &'static str {
    if request.cookies { "include" } else { "omit" }
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

async fn sleep(seconds: u32) {
    let milliseconds = i32::try_from(seconds * 1000).unwrap_or(i32::MAX);
    let promise = Promise::new(&mut |wake, _| {
        if let Some(window) = web_sys::window() {
            let _ =
                window.set_timeout_with_callback_and_timeout_and_arguments_0(&wake, milliseconds);
        }
    });
    let _ = JsFuture::from(promise).await;
}
