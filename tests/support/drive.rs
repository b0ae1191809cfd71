//! Drives a registration with canned answers and holds it against its fixture.

use super::fixture::{Done, Fail, Fixture, Outcome, Sent};
use super::signup::{Stopped, prepare};
use serde_json::Value;
use std::collections::BTreeMap;
use storefront_signup::registration::exchange::{Account, Request, Step};
use storefront_signup::registration::failure::Failure;
use storefront_signup::registration::platform::Platform;

/// Plays a fixture to its end. Every difference is a panic that tells where.
pub fn play(platform: &Platform, case: &str, fixture: &Fixture) {
    let place = format!("{}/{case}", platform.id);
    let signup = match prepare(platform, fixture) {
        Ok(signup) => signup,
        Err(Stopped::Settings(failure)) => {
            return hold_outcome(&place, fixture, &Step::Fail(failure));
        }
        Err(Stopped::Form(problems)) => panic!("{place}: the form refuses {problems:?}"),
    };
    let endpoint = signup.endpoint.clone();
    let mut step = platform.register(signup);
    for (index, round) in fixture.exchange.iter().enumerate() {
        let place = format!("{place}, request {}", index + 1);
        let Step::Send(request, next) = step else {
            panic!("{place}: nothing is sent, but {}", told(&step));
        };
        assert_eq!(sent(&request, &endpoint), round.request, "{place}");
        step = next(round.answer.answer());
    }
    hold_outcome(&place, fixture, &step);
}

/// A request in the form of a fixture.
pub fn sent(request: &Request, endpoint: &str) -> Sent {
    let headers: BTreeMap<String, String> = request
        .headers
        .iter()
        .map(|(name, value)| ((*name).to_owned(), value.clone()))
        .collect();
    assert_eq!(
        headers.len(),
        request.headers.len(),
        "a header stands twice"
    );
    Sent {
        method: request.method.to_owned(),
        path: request
            .url
            .strip_prefix(endpoint)
            .unwrap_or(&request.url)
            .to_owned(),
        headers,
        body: request.body.as_deref().map(body),
        cookies: request.cookies,
        repeatable: request.repeatable,
    }
}

fn body(text: &str) -> Value {
    let Ok(value) = serde_json::from_str::<Value>(text) else {
        return Value::String(text.to_owned());
    };
    assert_eq!(
        value.to_string().len(),
        text.len(),
        "a key stands twice, or space between tokens: {text}"
    );
    value
}

fn hold_outcome(place: &str, fixture: &Fixture, step: &Step) {
    match (step, &fixture.outcome) {
        (Step::Done(account), Outcome::Done(expected)) => hold_account(place, account, expected),
        (Step::Fail(failure), Outcome::Fail(expected)) => hold_failure(place, failure, expected),
        (step, expected) => panic!("{place}: expected {expected:?}, got {}", told(step)),
    }
}

fn hold_account(place: &str, account: &Account, expected: &Done) {
    let remark = account.remark.unwrap_or_default();
    match &expected.remark {
        Some(part) => assert!(remark.contains(part), "{place}: {remark}"),
        None => assert_eq!(remark, "", "{place}"),
    }
    let got = Done {
        id: account.id.clone(),
        email: account.email.clone(),
        check_mail: account.check_mail,
        remark: expected.remark.clone(),
    };
    assert_eq!(&got, expected, "{place}");
}

fn hold_failure(place: &str, failure: &Failure, expected: &Fail) {
    let part = expected.detail.as_deref().unwrap_or_default();
    assert!(failure.detail.contains(part), "{place}: {}", failure.detail);
    let got = Fail {
        kind: failure.kind.name().to_owned(),
        field: failure.field.map(str::to_owned),
        status: failure.status,
        retry_after: failure.retry_after,
        message: failure.message.key().to_owned(),
        detail: expected.detail.clone(),
    };
    assert_eq!(&got, expected, "{place}: {}", failure.detail);
}

fn told(step: &Step) -> String {
    match step {
        Step::Send(request, _) => format!("one more request: {} {}", request.method, request.url),
        Step::Done(account) => format!("{account:?}"),
        Step::Fail(failure) => format!("{failure:?}"),
    }
}
