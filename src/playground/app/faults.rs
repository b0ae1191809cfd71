//! Faults of the sandbox, so that the owner sees what a shopper sees then.

use super::sandbox;
use gloo_net::http::{Request, RequestBuilder};
use serde_json::{Value, json};

/// The step that creates the account, on every platform.
const STEP: &str = "create";

/// A fault for the owner to choose.
pub struct Fault {
    /// A description for people.
    pub title: &'static str,
    /// The sandbox's name for it.
    kind: &'static str,
    /// The members of its description that only this kind has.
    details: fn() -> Value,
}

/// All faults. The ones that show most come first.
pub static FAULTS: &[Fault] = &[
    Fault {
        title: "The connection breaks after the account is created",
        kind: "cut-after",
        details: no_details,
    },
    Fault {
        title: "The connection breaks before the account is created",
        kind: "cut-before",
        details: no_details,
    },
    Fault {
        title: "The answer takes four seconds",
        kind: "delay",
        details: || json!({ "ms": 4000 }),
    },
    Fault {
        title: "No answer ever comes",
        kind: "hang",
        details: no_details,
    },
    Fault {
        title: "Too many requests, wait 20 seconds",
        kind: "status",
        details: || json!({ "code": 429, "retry_after": 20, "readable": true }),
    },
    Fault {
        title: "The store fails with an error page",
        kind: "status",
        details: || json!({ "code": 500, "body": "html" }),
    },
    Fault {
        title: "The store forbids it (403)",
        kind: "status",
        details: || json!({ "code": 403 }),
    },
    Fault {
        title: "The token has expired",
        kind: "expired-token",
        details: || json!({ "times": 1 }),
    },
    Fault {
        title: "The answer is incomplete",
        kind: "cut-body",
        details: no_details,
    },
    Fault {
        title: "The store forgot this page’s origin (CORS)",
        kind: "no-cors",
        details: no_details,
    },
];

fn no_details() -> Value {
    json!({})
}

impl Fault {
    fn describe(&self, platform: &str) -> Value {
        let mut fault = (self.details)();
        if let Some(members) = fault.as_object_mut() {
            // Twice, because browsers repeat a request whose connection was cut.
            members.entry("times").or_insert(json!(2));
            let common = [("platform", platform), ("step", STEP), ("kind", self.kind)];
            members.extend(common.map(|(name, value)| (name.to_owned(), json!(value))));
        }
        fault
    }
}

/// Replaces the faults of the sandbox. Returns whether the sandbox accepted that.
pub async fn set(platform: &str, fault: Option<&Fault>) -> bool {
    if !is_ok(request("DELETE")).await {
        return false;
    }
    match fault {
        None => true,
        Some(fault) => match request("POST").json(&fault.describe(platform)) {
            Ok(request) => request.send().await.is_ok_and(|response| response.ok()),
            Err(_) => false,
        },
    }
}

async fn is_ok(request: RequestBuilder) -> bool {
    request.send().await.is_ok_and(|response| response.ok())
}

fn request(method: &str) -> RequestBuilder {
    let method = method.parse().unwrap_or_default();
    Request::get(&format!("{}/_sandbox/faults", sandbox::url())).method(method)
}
