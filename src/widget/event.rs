//! What the page hears: events on the element, with no password and no token in them.

use crate::registration::exchange::Account;
use crate::registration::failure::Failure;
use crate::registration::field::PASSWORD;
use crate::registration::form::Problem;
use crate::registration::json::Json;
use crate::registration::values::Values;
use js_sys::JSON;
use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit, HtmlElement};

/// The form can be used.
pub fn ready(host: &HtmlElement, platform: &'static str) {
    let detail = Json::object([("platform", Json::text(platform))]);
    dispatch(host, "signup-ready", &detail, false);
}

/// The browser refused to send.
pub fn invalid(host: &HtmlElement, problems: &[Problem]) {
    let field = |problem: &Problem| {
        let name = ("name", Json::text(problem.name));
        Json::object([name, ("reason", Json::text(problem.reason.key()))])
    };
    let fields = Json::List(problems.iter().map(field).collect());
    dispatch(
        host,
        "signup-invalid",
        &Json::object([("fields", fields)]),
        false,
    );
}

/// Before sending. `false` when the page wants it stopped.
pub fn submit(host: &HtmlElement, values: &Values) -> bool {
    let shown = values.filled().filter(|(name, _)| *name != PASSWORD.name);
    let shown = shown.map(|(name, value)| (name, Json::text(value.to_owned())));
    let detail = Json::object([("values", Json::object(shown))]);
    dispatch(host, "signup-submit", &detail, true)
}

/// The account is there.
pub fn success(host: &HtmlElement, platform: &'static str, account: &Account) {
    let detail = Json::object([
        ("platform", Json::text(platform)),
        ("id", Json::text(account.id.clone())),
        ("email", Json::text(account.email.clone())),
    ]);
    dispatch(host, "signup-success", &detail, false);
}

/// The account is not there, or nobody can tell.
pub fn error(host: &HtmlElement, failure: &Failure) {
    let detail = Json::object([
        ("kind", Json::text(failure.kind.name())),
        ("field", failure.field.map_or(Json::Null, Json::text)),
        ("status", failure.status.map_or(Json::Null, number)),
        ("retryable", Json::Bool(failure.kind.is_retryable())),
        ("message", Json::text(failure.detail.clone())),
    ]);
    dispatch(host, "signup-error", &detail, false);
}

fn number(status: u16) -> Json {
    Json::Number(status.to_string().into())
}

fn dispatch(host: &HtmlElement, name: &str, detail: &Json, cancelable: bool) -> bool {
    let init = CustomEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(cancelable);
    init.set_detail(&JSON::parse(&detail.write()).unwrap_or(JsValue::NULL));
    let event = CustomEvent::new_with_event_init_dict(name, &init);
    event.is_ok_and(|event| host.dispatch_event(&event).unwrap_or(true))
}
