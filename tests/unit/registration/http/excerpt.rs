//! The part of a body that an owner may see has no token in it.

use crate::support::random::text;
use crate::support::{cases, jwt};
use proptest::prelude::*;
use storefront_signup::registration::http::Reply;

fn excerpt(text: &str) -> String {
    Reply::new(200, None, text).excerpt
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

proptest! {
    #![proptest_config(cases(1000))]

    #[test]
    fn an_excerpt_has_200_characters_at_most(text in text(), times in 1..20_usize) {
        prop_assert!(excerpt(&text.repeat(times)).chars().count() <= 200);
    }
}
