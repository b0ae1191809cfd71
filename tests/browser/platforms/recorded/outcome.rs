//! What has to come of a recorded registration.

use super::replay::rounds;
use crate::fixture::{Done, Fail, Fixture, Outcome, Round};
use crate::support::{Call, Mounted, until};
use serde_json::Value;
use std::collections::BTreeMap;
use storefront_signup::registration::message::Message;

/// Each request was sent to the letter, and no other one.
pub async fn hold_requests(place: &str, fixture: &Fixture, calls: &[Call]) {
    let rounds = rounds(fixture);
    assert_eq!(calls.len(), rounds.len(), "{place}");
    for (call, Round { request, .. }) in calls.iter().zip(&rounds) {
        assert_eq!(call.method, request.method, "{place}");
        assert!(call.url.ends_with(&request.path), "{place}: {}", call.url);
        assert_eq!(call.cookies, request.cookies, "{place}");
        assert_eq!(headers(call, &request.headers), request.headers, "{place}");
        let body = request
            .body
            .as_ref()
            .map(Value::to_string)
            .unwrap_or_default();
        assert_eq!(sorted(&call.text().await), sorted(&body), "{place}");
    }
}

fn headers(call: &Call, names: &BTreeMap<String, String>) -> BTreeMap<String, String> {
    let own = |name: &String| Some((name.clone(), call.header(name)?));
    names.keys().filter_map(own).collect()
}

/// JSON with the keys in their order, any other text as it is.
fn sorted(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_else(|_| Value::String(text.to_owned()))
}

/// No event told the password, or the owner's token, where there is one.
pub fn hold_secrecy(place: &str, fixture: &Fixture, form: &Mounted) {
    let password = fixture.values.get("password");
    let secrets = password.into_iter().chain(fixture.settings.get("token"));
    for secret in secrets {
        for event in form.events() {
            assert!(
                !event.detail.to_string().contains(secret),
                "{place}: {event:?}"
            );
        }
    }
}

/// The page heard the outcome, and the shopper reads its sentence.
pub async fn hold_outcome(place: &str, platform: &str, fixture: &Fixture, form: &Mounted) {
    match &fixture.outcome {
        Outcome::Done(done) => hold_account(place, platform, form, done),
        Outcome::Fail(fail) => hold_failure(place, form, fail).await,
    }
}

fn hold_account(place: &str, platform: &str, form: &Mounted, done: &Done) {
    let expected = serde_json::json!({"platform": platform, "id": done.id, "email": done.email});
    assert_eq!(form.details("signup-success"), [expected], "{place}");
    let message = if done.check_mail {
        Message::CheckMail
    } else {
        Message::Done
    };
    assert_eq!(
        form.text("[role=status][part=status]"),
        message.english(),
        "{place}"
    );
}

async fn hold_failure(place: &str, form: &Mounted, fail: &Fail) {
    let details = form.details("signup-error");
    assert_eq!(details.len(), 1, "{place}");
    assert_eq!(details[0]["kind"], fail.kind, "{place}");
    assert_eq!(
        details[0]["field"].as_str(),
        fail.field.as_deref(),
        "{place}"
    );
    assert_eq!(
        details[0]["status"].as_u64(),
        fail.status.map(u64::from),
        "{place}"
    );
    let message = Message::ALL
        .iter()
        .find(|message| message.key() == fail.message)
        .expect("a message's key");
    until(place, || {
        form.text("[role=alert]").starts_with(message.english())
    })
    .await;
    // A store can complain about a field that the form does not have.
    if let Some(field) = fail
        .field
        .as_ref()
        .filter(|field| form.names().contains(field))
    {
        assert_eq!(form.described(field, "error"), message.english(), "{place}");
    }
}
