//! Texts in addresses, and what is written in a token.

use crate::support::random::text;
use crate::support::{cases, jwt};
use proptest::prelude::*;
use storefront_signup::registration::encoding::{claims, path_segment};
use storefront_signup::registration::json::Json;

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
}
