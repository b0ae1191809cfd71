//! Drives a registration with canned answers and holds it against its fixture.

use super::fixture::{Done, Fail, Fixture, Outcome, Sent};
use super::signup::{Stopped, prepare};
use serde_json::Value;
use std::collections::BTreeMap;
use std::rc::Rc;
use storefront_signup::registration::flow::{Account, Failure, Signup, Step, TokenRequest};
use storefront_signup::registration::http::{Answer, Request};
use storefront_signup::registration::platform::Platform;
use storefront_signup::registration::secret::Secret;

/// Plays a fixture to its end. Every difference is a panic that tells where.
pub fn play(platform: &Platform, case: &str, fixture: &Fixture) {
    let place = format!("{}/{case}", platform.id);
    let signup = match prepare(platform, fixture) {
        Ok(signup) => signup,
        Err(Stopped::Settings(failure)) => return hold_outcome(&place, fixture, &Err(failure)),
        Err(Stopped::Form(problems)) => panic!("{place}: the form refuses {problems:?}"),
    };
    let mut rounds = fixture.exchange.iter().enumerate();
    let token = fixture.token.as_deref();
    let end = run(platform, signup.clone(), token, |_, request| {
        let Some((index, round)) = rounds.next() else {
            panic!(
                "{place}: one more request: {} {}",
                request.method, request.url
            );
        };
        // A fixture that writes the whole address holds the platform to its own one.
        let is_whole = round.request.path.starts_with(&signup.endpoint);
        let endpoint = if is_whole { "" } else { &signup.endpoint };
        let sent = sent(request, endpoint);
        assert_eq!(sent, round.request, "{place}, request {}", index + 1);
        round.answer.answer()
    });
    let rest = rounds.count();
    assert_eq!(rest, 0, "{place}: {rest} requests are not sent: {end:?}");
    hold_outcome(&place, fixture, &end);
}

/// What a request is for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// A token, before the platform knows the shopper.
    Token,
    /// A step of the registration.
    Registration,
}

/// Drives a registration to its end as the widget does. A token is fetched unless it is remembered.
pub fn run(
    platform: &Platform,
    signup: Rc<Signup>,
    remembered: Option<&str>,
    mut send: impl FnMut(Purpose, &Request) -> Answer,
) -> Result<Account, Failure> {
    let mut step = platform.register(signup.clone());
    loop {
        step = match step {
            Step::Token(wanted, next) => match remembered {
                Some(token) if wanted == TokenRequest::Cached => next(Ok(Secret::new(token))),
                _ => {
                    let source = platform.token.as_ref().expect("a source of tokens");
                    let request = (source.request)(&signup.endpoint, &signup.settings);
                    let token = source.read(send(Purpose::Token, &request));
                    next(token.map(|token| token.secret))
                }
            },
            Step::Send(request, next) => next(send(Purpose::Registration, &request)),
            Step::Done(account) => return Ok(account),
            Step::Fail(failure) => return Err(failure),
        };
    }
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

fn hold_outcome(place: &str, fixture: &Fixture, end: &Result<Account, Failure>) {
    match (end, &fixture.outcome) {
        (Ok(account), Outcome::Done(expected)) => hold_account(place, account, expected),
        (Err(failure), Outcome::Fail(expected)) => {
            hold_secrecy(place, fixture, failure);
            hold_failure(place, failure, expected);
        }
        (end, expected) => panic!("{place}: expected {expected:?}, got {end:?}"),
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

/// Escapes change what stands between the words of a password, not the words. The first one may be
/// any sentence's.
fn hold_secrecy(place: &str, fixture: &Fixture, failure: &Failure) {
    let password = fixture.values.get("password").map_or("", String::as_str);
    let words = password.split(|c: char| !c.is_ascii_alphanumeric()).skip(1);
    for word in words.filter(|word| word.len() > 4) {
        assert!(
            !failure.detail.contains(word),
            "{place}: {}",
            failure.detail
        );
    }
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
