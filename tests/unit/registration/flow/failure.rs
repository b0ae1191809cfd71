//! What went wrong, and what a status means where a platform has nothing of its own to say.

use storefront_signup::registration::flow::{Failure, Kind};
use storefront_signup::registration::http::{Reply, TransportError};
use storefront_signup::registration::message::Message;

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
        let failure = Failure::from_status(&Reply::new(status, None, "words"));
        assert_eq!((failure.kind, failure.status), (kind, Some(status)));
        assert!(failure.detail.contains("words"), "{}", failure.detail);
    }
}

#[test]
fn only_a_rate_limit_says_how_long_to_wait() {
    assert_eq!(
        Failure::from_status(&Reply::new(429, Some(3), "")).retry_after,
        Some(3)
    );
    assert_eq!(
        Failure::from_status(&Reply::new(503, Some(3), "")).retry_after,
        None
    );
}

#[test]
fn what_got_no_answer_may_be_tried_again() {
    for (lost, kind, message) in [
        (TransportError::Offline, Kind::Unreachable, Message::Offline),
        (
            TransportError::Unreachable,
            Kind::Unreachable,
            Message::Unreachable,
        ),
        (
            TransportError::TimedOut,
            Kind::Timeout,
            Message::TookTooLong,
        ),
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
    let names: Vec<_> = Kind::ALL.iter().map(|kind| kind.name()).collect();
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
    let retryable: Vec<_> = Kind::ALL
        .iter()
        .copied()
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
    assert_eq!(failure.detail, "It broke. The response was: oops");
    assert_eq!(
        Failure::new(Kind::Server, "").explain("It broke.").detail,
        "It broke."
    );
}
