//! What comes back for a request, now or when the test wants it.

use js_sys::{Array, Function, Promise};
use serde_json::{Value, json};
use wasm_bindgen::prelude::*;
use web_sys::{AbortSignal, Response, ResponseInit};

/// What a request is answered with.
#[derive(Clone)]
pub enum Answer {
    /// A status, a body and the seconds of `Retry-After`. Status 0 is a redirect that is not followed.
    Reply {
        status: u16,
        body: String,
        retry_after: Option<u32>,
    },
    /// `fetch` is rejected with a value.
    Rejected(JsValue),
    /// Nothing, until the page gives up.
    Never,
    /// Whatever a promise brings.
    Later(Promise),
}

impl Answer {
    /// A JSON body.
    pub fn json(status: u16, body: Value) -> Self {
        Self::text(status, &body.to_string())
    }

    /// Any other body.
    pub fn text(status: u16, body: &str) -> Self {
        Self::Reply {
            status,
            body: body.to_owned(),
            retry_after: None,
        }
    }

    /// A token as Medusa gives it to a new identity: nothing in it names a customer.
    pub fn token() -> Self {
        Self::json(200, json!({"token": "e30.e30.c2ln"}))
    }

    /// Too many requests, with the seconds to wait.
    pub fn too_many(seconds: u32) -> Self {
        Self::Reply {
            status: 429,
            body: String::new(),
            retry_after: Some(seconds),
        }
    }

    /// A connection that can't be made or breaks, as browsers tell it.
    pub fn lost() -> Self {
        Self::Rejected(js_sys::TypeError::new("Failed to fetch").into())
    }

    /// The promise that `fetch` gives. A signal that aborts rejects it, as in a browser.
    pub fn promise(&self, signal: &AbortSignal) -> Promise {
        let answer = match self {
            Self::Reply { status: 0, .. } => Promise::resolve(&JsValue::from(Response::error())),
            Self::Reply {
                status,
                body,
                retry_after,
            } => Promise::resolve(&JsValue::from(response(*status, body, *retry_after))),
            Self::Rejected(reason) => Promise::reject(reason),
            Self::Never => return aborted(signal),
            Self::Later(promise) => promise.clone(),
        };
        Promise::race(&Array::of2(&answer, &aborted(signal)))
    }
}

/// An answer that the test gives when it wants.
pub struct Held {
    promise: Promise,
    resolve: Function,
}

impl Held {
    /// An answer that is not there yet.
    pub fn new() -> Self {
        let mut taken = None;
        let promise = Promise::new(&mut |resolve, _| taken = Some(resolve));
        let resolve = taken.expect("a promise hands out its ends at once");
        Self { promise, resolve }
    }

    /// The answer to come.
    pub fn answer(&self) -> Answer {
        Answer::Later(self.promise.clone())
    }

    /// Gives the answer.
    pub fn settle(&self, answer: &Answer) {
        let never = web_sys::AbortController::new()
            .expect("an AbortController")
            .signal();
        self.resolve
            .call1(&JsValue::UNDEFINED, &answer.promise(&never))
            .expect("a promise's end");
    }
}

fn response(status: u16, body: &str, retry_after: Option<u32>) -> Response {
    let init = ResponseInit::new();
    init.set_status(status);
    // Some statuses may have no body, not even an empty one.
    let body = (!body.is_empty()).then_some(body);
    let response =
        Response::new_with_opt_str_and_init(body, &init).expect("a status that has a body");
    if let Some(seconds) = retry_after {
        response
            .headers()
            .set("retry-after", &seconds.to_string())
            .expect("a header");
    }
    response
}

fn aborted(signal: &AbortSignal) -> Promise {
    let signal = signal.clone();
    Promise::new(&mut |_, reject| {
        let reason = signal.clone();
        let abort =
            Closure::once_into_js(move || reject.call1(&JsValue::UNDEFINED, &reason.reason()));
        signal
            .add_event_listener_with_callback("abort", abort.unchecked_ref())
            .expect("a signal");
    })
}
