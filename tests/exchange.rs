//! Requests, answers, and what an answer means wherever a platform says nothing of its own.

#![cfg(not(target_arch = "wasm32"))]

mod support;

use proptest::prelude::*;
use proptest::sample::select;
use storefront_signup::registration::encoding::{claims, path_segment};
use storefront_signup::registration::exchange::{Lost, Reply, Request};
use storefront_signup::registration::failure::{Failure, Kind, general};
use storefront_signup::registration::json::Json;
use storefront_signup::registration::message::Message;
use support::random::text;
use support::{cases, jwt};

const KINDS: [Kind; 11] = [
    Kind::Taken,
    Kind::Invalid,
    Kind::WeakPassword,
    Kind::RejectedCredentials,
    Kind::Forbidden,
    Kind::RateLimited,
    Kind::Unreachable,
    Kind::Timeout,
    Kind::Unconfirmed,
    Kind::Server,
    Kind::Configuration,
];

/// How servers write characters that mean something in JSON, HTML or an address.
const ESCAPES: [fn(char) -> String; 5] = [
    |c| {
        c.encode_utf16(&mut [0; 2])
            .iter()
            .map(|unit| format!("\\u{unit:04x}"))
            .collect()
    },
    |c| format!("\\{c}"),
    |c| format!("&#{};", u32::from(c)),
    |c| format!("&#x{:X};", u32::from(c)),
    |c| url::form_urlencoded::byte_serialize(c.to_string().as_bytes()).collect(),
];

fn excerpt(text: &str) -> String {
    Reply::new(200, None, text).excerpt
}

#[test]
fn each_status_has_its_general_meaning() {
    for (status, kind) in [
        (0, Kind::Configuration),
        (200, Kind::Server),
        (299, Kind::Server),
        (301, Kind::Server),
        (400, Kind::Invalid),
        (401, Kind::RejectedCredentials),
        (403, Kind::Forbidden),
        (404, Kind::Configuration),
        (405, Kind::Configuration),
        (408, Kind::Timeout),
        (409, Kind::Invalid),
        (422, Kind::Invalid),
        (429, Kind::RateLimited),
        (500, Kind::Server),
        (503, Kind::Server),
        (999, Kind::Server),
    ] {
        let failure = general(&Reply::new(status, None, "words"));
        assert_eq!((failure.kind, failure.status), (kind, Some(status)));
        assert!(failure.detail.contains("words"), "{}", failure.detail);
    }
}

#[test]
fn only_a_rate_limit_says_how_long_to_wait() {
    assert_eq!(general(&Reply::new(429, Some(3), "")).retry_after, Some(3));
    assert_eq!(general(&Reply::new(503, Some(3), "")).retry_after, None);
}

#[test]
fn what_got_no_answer_may_be_tried_again() {
    for (lost, kind, message) in [
        (Lost::Offline, Kind::Unreachable, Message::Offline),
        (Lost::Unreachable, Kind::Unreachable, Message::Unreachable),
        (Lost::TimedOut, Kind::Timeout, Message::TookTooLong),
    ] {
        let failure = Failure::from(lost);
        assert_eq!(
            (failure.kind, failure.message, failure.status),
            (kind, message, None)
        );
        assert!(failure.kind.is_retryable());
    }
}

#[test]
fn the_kinds_have_the_names_that_pages_know() {
    let names = KINDS.map(Kind::name);
    let known = [
        "taken",
        "invalid",
        "weak-password",
        "rejected-credentials",
        "forbidden",
        "rate-limited",
        "unreachable",
        "timeout",
        "unconfirmed",
        "server",
        "configuration",
    ];
    assert_eq!(names, known);
}

#[test]
fn trouble_that_passes_may_be_tried_again_and_a_refusal_not() {
    let retryable: Vec<_> = KINDS
        .into_iter()
        .filter(|kind| kind.is_retryable())
        .collect();
    assert_eq!(
        retryable,
        [
            Kind::RateLimited,
            Kind::Unreachable,
            Kind::Timeout,
            Kind::Unconfirmed,
            Kind::Server
        ]
    );
}

#[test]
fn an_explanation_stands_before_the_words_of_the_platform() {
    let failure = Failure::new(Kind::Server, "oops").explain("It broke.");
    assert_eq!(failure.detail, "It broke. The answer was: oops");
    assert_eq!(
        Failure::new(Kind::Server, "").explain("It broke.").detail,
        "It broke."
    );
}

#[test]
fn the_beginning_of_a_secret_at_the_end_of_an_excerpt_goes_too() {
    let end = |text: &str| {
        Failure::new(Kind::Invalid, text)
            .without("correct horse")
            .detail
    };
    assert_eq!(end("you sent correct ho"), "you sent …");
    assert_eq!(end("you sent cor"), "you sent …");
    assert_eq!(end("you sent co"), "you sent co");
    assert_eq!(end("correct horse, correct"), "…, …");
}

#[test]
fn a_secret_goes_from_the_words_as_typed() {
    let without =
        |words: &str, secret: &str| Failure::new(Kind::Invalid, words).without(secret).detail;
    assert_eq!(
        without(r#"got: 'a"b\c' twice: a"b\c."#, r#"a"b\c"#),
        "got: '…' twice: …."
    );
    assert_eq!(without("words", ""), "words");
}

#[test]
fn a_secret_of_a_long_word_and_another_goes_whole() {
    let secret = "abcdefghijklmnopqrstuvwxyz0123456789abcdefgh and Zebra7";
    let reply = Reply::new(400, None, &["got '", secret, "' here"].concat());
    let detail = Failure::from_reply(Kind::Invalid, &reply)
        .without(secret)
        .detail;
    assert_eq!(detail, "got '…' here");
}

#[test]
fn words_end_before_a_secret_that_is_escaped() {
    let without = |words: &str| {
        Failure::new(Kind::Invalid, words)
            .without("my-pass&word")
            .detail
    };
    for escaped in [
        r"my-pass\u0026word",
        "my-pass&amp;word",
        "my-pass%26word",
        "my&#45;pass&#38;word",
        r"my-pass\",
    ] {
        assert_eq!(without(&["got ", escaped, " here"].concat()), "got …");
    }
    assert_eq!(
        without(r#"{"my": "ways & means", "are \"100%\" so": 1}"#),
        r#"{"my": "ways & means", "are \"100%\" so": 1}"#
    );
}

#[test]
fn an_excerpt_of_json_has_its_texts_as_they_are_read() {
    assert_eq!(
        excerpt(r#"{ "message": "a\u0026b is \/ not \u00e4 \"word\"" }"#),
        r#"{"message":"a&b is / not ä \"word\""}"#
    );
}

#[test]
fn an_excerpt_is_the_beginning_of_a_body() {
    assert_eq!(excerpt("short"), "short");
    assert_eq!(excerpt(&"李 ".repeat(500)), "李 ".repeat(100));
    assert_eq!(
        excerpt(r#"{"id":"123e4567-e89b-12d3-a456-426614174000"}"#),
        r#"{"id":"123e4567-e89b-12d3-a456-426614174000"}"#
    );
}

#[test]
fn an_excerpt_has_no_token_whole_or_cut() {
    let token = jwt::encode(&serde_json::json!({"actor_id": "cus_01"}));
    let body = serde_json::json!({"token": token}).to_string();
    assert_eq!(excerpt(&body), r#"{"token":"…"}"#);
    let cut: String = body.chars().take(60).collect();
    assert_eq!(excerpt(&cut), r#"{"token":"…"#);
    assert_eq!(excerpt(&"0a".repeat(20)), "…");
    assert_eq!(
        excerpt(&["{\"pad\":\"", &"- ".repeat(90), "\",\"token\":\"", &token].concat())
            .matches("eyJ")
            .count(),
        0
    );
}

#[test]
fn a_body_that_is_no_json_is_null() {
    for text in ["", "<html></html>", "{\"token\":", "{} {}"] {
        assert_eq!(Reply::new(200, None, text).body, Json::Null, "{text:?}");
    }
}

#[test]
fn ok_is_200_to_299() {
    let ok: Vec<_> = (0..1000)
        .filter(|status| Reply::new(*status, None, "").is_ok())
        .collect();
    assert_eq!(
        (ok.first(), ok.last(), ok.len()),
        (Some(&200), Some(&299), 100)
    );
}

#[test]
fn only_what_does_no_harm_twice_is_repeatable() {
    let url = || "https://store.example".to_owned();
    assert!(Request::get(url()).repeatable);
    assert!(!Request::post(url()).repeatable);
    assert!(!Request::post_json(url(), &Json::Null).repeatable);
    assert!(Request::post(url()).repeatable().repeatable);
}

#[test]
fn the_claims_of_a_token_are_read() {
    let expected = serde_json::json!({"actor_id": "cus_ñ>?", "n": [1, null]});
    let read: serde_json::Value =
        serde_json::from_str(&claims(&jwt::encode(&expected)).write()).unwrap();
    assert_eq!(read, expected);
}

#[test]
fn what_is_no_token_has_no_claims() {
    for token in [
        "",
        ".",
        "a.b",
        "a.!!.c",
        "eyJhIjoxfQ",
        "a.eyJhIjoxfQ==.c",
        "a.eyJhIjo.c",
    ] {
        assert_eq!(claims(token), Json::Null, "{token:?}");
    }
}

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn a_path_segment_is_read_back_by_a_server(text in text()) {
        let segment = path_segment(&text);
        prop_assert!(segment.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~%".contains(&byte)));
        let back: String = url::form_urlencoded::parse(segment.as_bytes()).map(|(name, _)| name.into_owned()).collect();
        prop_assert_eq!(back, text);
    }

    #[test]
    fn no_text_is_too_odd_for_claims(text in text(), token in "[A-Za-z0-9_.=-]{0,40}") {
        let _ = (claims(&text), claims(&token));
    }

    #[test]
    fn no_way_of_escaping_a_secret_shows_its_end(
        run in prop_oneof![Just(""), Just("abcdefghijklmnopqrstuvwxyz-0123456789-abcdefgh")],
        beginning in "[a-zA-Z0-9&/<>'\" %+.äß李-]{0,12}",
        escaped in "[&/<>'\" %+.äß李-]{0,8}",
        escape in select(ESCAPES.to_vec()),
        before in "[a-z {:\"]{0,200}",
    ) {
        let secret = [run, &beginning, "Zebra7"].concat();
        let told: String = secret
            .chars()
            .map(|c| if escaped.contains(c) { escape(c) } else { c.to_string() })
            .collect();
        let reply = Reply::new(400, None, &[&before, " ", &told, "."].concat());
        let detail = Failure::from_reply(Kind::Invalid, &reply).without(&secret).detail;
        prop_assert!(!detail.contains("Zebra"), "{}", detail);
    }

    #[test]
    fn an_excerpt_has_200_characters_at_most(text in text(), times in 1..20_usize) {
        prop_assert!(excerpt(&text.repeat(times)).chars().count() <= 200);
    }
}
