//! Tokens that a platform hands to any page: what is read of them, and why there is none.

use serde_json::{Value, json};
use storefront_signup::registration::flow::{Failure, Kind, Token, TokenSource};
use storefront_signup::registration::http::{Reply, Request, TransportError};
use storefront_signup::registration::secret::Secret;

const SOURCE: TokenSource = TokenSource {
    request: |endpoint, _| Request::post([endpoint, "/token"].concat()),
    refuse: |text| (text == "admin").then(|| Failure::new(Kind::RejectedCredentials, "Too much.")),
};

fn read(status: u16, body: &Value) -> Result<Token, Failure> {
    SOURCE.read(Ok(Reply::new(status, None, &body.to_string())))
}

fn seconds(body: &Value) -> Option<u32> {
    read(200, body).ok().map(|token| token.seconds)
}

fn kind(status: u16, body: &Value) -> Option<Kind> {
    read(status, body).err().map(|failure| failure.kind)
}

#[test]
fn a_token_is_read_with_the_seconds_that_it_lasts() {
    let token = read(200, &json!({"access_token": "abc", "expires_in": 3600}));
    let token = token.ok().map(|token| (token.secret, token.seconds));
    assert_eq!(token, Some((Secret::new("abc"), 3600)));
}

#[test]
fn the_seconds_may_be_a_text() {
    let body = json!({"access_token": "abc", "expires_in": "14400"});
    assert_eq!(seconds(&body), Some(14400));
}

#[test]
fn a_token_without_a_readable_time_lasts_ten_minutes() {
    for expires_in in [
        Value::Null,
        json!("soon"),
        json!(-1),
        json!(1.5),
        json!(1e20),
    ] {
        let body = json!({"access_token": "abc", "expires_in": expires_in});
        assert_eq!(seconds(&body), Some(600), "{expires_in}");
    }
}

#[test]
fn a_token_that_the_platform_does_not_want_is_refused() {
    let failure = read(200, &json!({"access_token": "admin"})).err();
    assert_eq!(
        failure.map(|failure| failure.detail),
        Some("Too much.".to_owned())
    );
}

#[test]
fn a_token_counts_only_in_a_success() {
    let body = json!({"access_token": "abc"});
    for (status, expected) in [
        (0, Kind::Configuration),
        (400, Kind::RejectedCredentials),
        (401, Kind::RejectedCredentials),
        (403, Kind::RejectedCredentials),
        (404, Kind::Configuration),
        (422, Kind::RejectedCredentials),
        (429, Kind::RateLimited),
        (500, Kind::Server),
    ] {
        assert_eq!(kind(status, &body), Some(expected), "{status}");
    }
}

#[test]
fn a_success_without_a_token_is_none() {
    for body in [
        json!({}),
        json!({"access_token": ""}),
        json!({"access_token": 7}),
        json!([]),
    ] {
        assert_eq!(kind(200, &body), Some(Kind::Server), "{body}");
    }
}

#[test]
fn a_lost_answer_has_no_token() {
    for (lost, expected) in [
        (TransportError::Offline, Kind::Unreachable),
        (TransportError::Unreachable, Kind::Unreachable),
        (TransportError::TimedOut, Kind::Timeout),
    ] {
        let failure = SOURCE.read(Err(lost)).err();
        assert_eq!(failure.map(|failure| failure.kind), Some(expected));
    }
}
