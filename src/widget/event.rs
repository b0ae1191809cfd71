//! The events of the element. They contain no password and no token.

use crate::registration::decimal::decimal;
use crate::registration::field::PASSWORD;
use crate::registration::flow::{Account, Failure};
use crate::registration::form::Problem;
use crate::registration::json::{Json, Object};
use crate::registration::message::Catalogue;
use crate::registration::values::Values;
use js_sys::JSON;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{CustomEvent, HtmlElement};

/// The form is ready.
pub fn ready(host: &HtmlElement, platform: &str) {
    dispatch(
        host,
        "signup-ready",
        Object::new().text("platform", platform),
        false,
    );
}

/// The shopper sent the form, and a field has a problem.
pub fn invalid(host: &HtmlElement, problems: &[Problem], messages: &Catalogue) {
    let mut fields = Vec::new();
    for problem in problems {
        let field = Object::new().text("name", problem.name);
        fields.push(field.text("reason", messages.key(problem.reason)).into());
    }
    let detail = Object::new().with("fields", Json::List(fields));
    dispatch(host, "signup-invalid", detail, false);
}

/// The form is about to send. Returns `false` if the page cancels it.
pub fn submit(host: &HtmlElement, values: &Values) -> bool {
    let mut shown = Object::new();
    for (name, value) in values.filled() {
        if name != PASSWORD.name {
            shown = shown.text(name, value);
        }
    }
    dispatch(
        host,
        "signup-submit",
        Object::new().with("values", shown),
        true,
    )
}

/// The account exists. Returns `false` if the page cancels the redirect.
pub fn success(host: &HtmlElement, platform: &str, account: &Account) -> bool {
    let detail = Object::new()
        .text("platform", platform)
        .text("id", &account.id)
        .text("email", &account.email);
    dispatch(host, "signup-success", detail, true)
}

/// The registration failed, or its result is unknown.
pub fn error(host: &HtmlElement, failure: &Failure) {
    let detail = Object::new()
        .text("kind", failure.kind.name())
        .with("field", failure.field.map_or(Json::Null, Json::text))
        .with("status", failure.status.map_or(Json::Null, number))
        .with("retryable", Json::Bool(failure.kind.is_retryable()))
        .text("message", &failure.detail);
    dispatch(host, "signup-error", detail, false);
}

fn number(status: u16) -> Json {
    Json::Number(decimal(status.into()).into())
}

fn dispatch(host: &HtmlElement, name: &str, detail: Object, cancelable: bool) -> bool {
    let options = Object::new()
        .with("bubbles", Json::Bool(true))
        .with("composed", Json::Bool(true))
        .with("cancelable", Json::Bool(cancelable))
        .with("detail", detail);
    let options = JSON::parse(&Json::from(options).write()).unwrap_or(JsValue::UNDEFINED);
    let event = CustomEvent::new_with_event_init_dict(name, options.unchecked_ref());
    event.is_ok_and(|event| host.dispatch_event(&event).unwrap_or(true))
}
