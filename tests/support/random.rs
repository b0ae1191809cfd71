//! Random material: texts as shoppers type them, and answers as networks garble them.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use serde_json::{Map, Value};

/// Any text, control characters too.
pub fn text() -> impl Strategy<Value = String> {
    vec(any::<char>(), 0..40).prop_map(String::from_iter)
}

/// A text that a shopper could type: anything, and what is near to right.
pub fn typed() -> impl Strategy<Value = String> {
    prop_oneof![
        text(),
        "\\PC{0,40}",
        "[a-zA-Z0-9_'+. -]{0,20}@[a-zA-Z0-9. -]{0,30}",
        "[ ]?[a-zA-Z0-9_'+.-]{1,12}@([a-zA-Z0-9-]{1,8}\\.){1,3}[a-zA-Z]{1,4}[ ]?",
        "\\+?[0-9 ().-]{0,24}",
        "[a-z]{6,12}[0-9!]{0,3}",
        "@?[a-zA-Z0-9._-]{1,12}",
        "(https?://)?(www\\.)?(facebook|youtube|youtu|example)\\.(com|be)[/?#@a-z0-9.]{0,12}",
        "[A-Za-z]{2}(-[A-Z]{2})?",
    ]
}

/// A JSON value of up to four levels.
pub fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text().prop_map(Value::from),
        "[a-z_]{0,12}".prop_map(Value::from),
    ];
    leaf.prop_recursive(4, 40, 6, |inner| {
        let member = (prop_oneof![text(), "[a-z_]{1,12}"], inner.clone());
        let object = vec(member, 0..6)
            .prop_map(|members| Value::Object(members.into_iter().collect::<Map<_, _>>()));
        prop_oneof![vec(inner, 0..6).prop_map(Value::from), object]
    })
}

/// A text with one of its characters taken out, doubled or changed, or with its end cut off.
pub fn garbled(text: String) -> impl Strategy<Value = String> {
    (any::<Index>(), any::<char>(), 0..4_u8).prop_map(move |(place, other, how)| {
        let mut chars: Vec<char> = text.chars().collect();
        if chars.is_empty() {
            return other.to_string();
        }
        let place = place.index(chars.len());
        match how {
            0 => chars.truncate(place),
            1 => drop(chars.remove(place)),
            2 => chars.insert(place, chars[place]),
            _ => chars[place] = other,
        }
        chars.into_iter().collect()
    })
}
