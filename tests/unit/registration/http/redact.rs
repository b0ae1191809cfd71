//! What a platform repeats of a secret is taken out, as typed, cut or escaped.

use crate::support::cases;
use proptest::prelude::*;
use proptest::sample::select;
use storefront_signup::registration::flow::{Failure, Kind};
use storefront_signup::registration::http::Reply;

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

#[test]
fn the_beginning_of_a_secret_at_the_end_of_an_excerpt_goes_too() {
    let end = |text: &str| {
        Failure::new(Kind::Invalid, text)
            .redact("correct horse")
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
        |words: &str, secret: &str| Failure::new(Kind::Invalid, words).redact(secret).detail;
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
        .redact(secret)
        .detail;
    assert_eq!(detail, "got '…' here");
}

#[test]
fn words_end_before_a_secret_that_is_escaped() {
    let without = |words: &str| {
        Failure::new(Kind::Invalid, words)
            .redact("my-pass&word")
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

proptest! {
    #![proptest_config(cases(1000))]

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
        let detail = Failure::from_reply(Kind::Invalid, &reply).redact(&secret).detail;
        prop_assert!(!detail.contains("Zebra"), "{}", detail);
    }
}
