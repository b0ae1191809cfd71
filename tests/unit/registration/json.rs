//! The widget's own JSON against serde_json.

use crate::support::agreement::{DEEPEST, agree};
use crate::support::cases;
use crate::support::random::{garbled, json, text as any_text};
use proptest::prelude::*;
use storefront_signup::registration::json::{Json, read};

fn nested(depth: usize) -> String {
    ["[".repeat(depth), "]".repeat(depth)].concat()
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn what_serde_json_wrote_is_read_and_means_the_same(value in json()) {
        agree(&value.to_string());
        agree(&serde_json::to_string_pretty(&value).unwrap());
        prop_assert!(read(&value.to_string()).is_some());
    }

    #[test]
    fn a_garbled_text_is_read_as_serde_json_reads_it(text in json().prop_flat_map(|value| garbled(value.to_string()))) {
        agree(&text);
    }

    #[test]
    fn any_text_is_read_as_serde_json_reads_it(text in any_text()) {
        agree(&text);
    }

    #[test]
    fn a_text_of_tokens_is_read_as_serde_json_reads_it(text in "([\\[\\]{}:, ]|\"a\"|1|-|0|true|null|\\.|e5|\n){0,12}") {
        agree(&text);
    }

    #[test]
    fn a_text_like_a_number_is_read_as_serde_json_reads_it(text in "-?[0-9]{0,3}\\.?[0-9]{0,2}([eE][+-]?[0-9]{0,3})?") {
        agree(&text);
    }

    #[test]
    fn a_string_with_escapes_is_read_as_serde_json_reads_it(inside in "(\\\\[\"\\\\/bfnrtux]|\\\\u[0-9a-fA-F]{4}|\\\\ud[89c-f][0-9a-f]{2}|a|é|\t){0,8}") {
        agree(&format!("\"{inside}\""));
    }

    #[test]
    fn any_string_comes_back_from_what_was_written(text in any_text()) {
        let json = Json::text(text);
        prop_assert_eq!(read(&json.write()), Some(json));
    }
}

#[test]
fn control_characters_are_written_as_escapes() {
    let text: String = (0..=0x20_u8).map(char::from).collect();
    let written = Json::text(text.clone()).write();
    assert!(!written.contains(char::is_control), "{written}");
    assert_eq!(serde_json::from_str::<String>(&written).unwrap(), text);
}

#[test]
fn a_number_keeps_its_text() {
    for text in [
        "0",
        "-0",
        "1.0",
        "1.10",
        "1e5",
        "1E+05",
        "123456789012345678901234567890",
        "1e999",
    ] {
        assert_eq!(read(text).unwrap().write(), text);
        assert_eq!(read(text).unwrap().as_id(), text);
    }
}

#[test]
fn of_two_members_with_one_key_the_first_counts() {
    let json = read(r#"{"token": "first", "token": "second"}"#).unwrap();
    assert_eq!(json.get("token").as_str(), "first");
}

#[test]
fn half_of_a_surrogate_pair_becomes_the_replacement_character() {
    let cases = [
        (r#""\ud83d\ude00""#, "😀"),
        (r#""\ud83d""#, "\u{FFFD}"),
        (r#""\ude00""#, "\u{FFFD}"),
        (r#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
        (r#""\ud83dx""#, "\u{FFFD}x"),
        (r#""\ud83d\u0041""#, "\u{FFFD}A"),
    ];
    for (text, expected) in cases {
        assert_eq!(read(text).unwrap().as_str(), expected, "{text}");
    }
}

#[test]
fn nesting_is_read_up_to_its_limit_and_no_deeper() {
    assert!(read(&nested(DEEPEST)).is_some());
    assert!(read(&nested(DEEPEST + 1)).is_none());
    assert!(read(&"[".repeat(1_000_000)).is_none());
    assert!(read(&r#"{"a":"#.repeat(1_000_000)).is_none());
}

#[test]
fn many_values_beside_each_other_are_not_deep() {
    assert!(read(&format!("[{}[]]", "[],".repeat(1000))).is_some());
}

#[test]
fn a_member_that_is_not_there_is_null_at_any_depth() {
    let json = read(r#"{"customer": {"id": "cus_01"}, "list": [1]}"#).unwrap();
    assert_eq!(json.get("customer").get("id").as_str(), "cus_01");
    assert_eq!(json.get("customer").get("name").get("first"), &Json::Null);
    assert_eq!(json.get("list").get("id"), &Json::Null);
    assert_eq!(json.get("list").items().len(), 1);
    assert!(json.get("customer").items().is_empty());
}

#[test]
fn only_the_word_itself_is_true() {
    assert!(read("true").unwrap().is_true());
    for text in ["false", "null", "1", "\"true\"", "[true]"] {
        assert!(!read(text).unwrap().is_true(), "{text}");
    }
}
