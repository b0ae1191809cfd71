//! The widget's own reading of JSON against serde_json's.

use serde_json::Value;
use storefront_signup::registration::json::read;

/// The deepest nesting that is read.
pub const DEEPEST: usize = 64;

/// Holds one text against serde_json: both read it, to the same value, or both refuse it.
pub fn agree(text: &str) {
    match (serde_json::from_str::<Value>(text), read(text)) {
        (Ok(expected), Some(json)) => {
            let written: Value = serde_json::from_str(&json.write()).expect("JSON");
            assert_eq!(written, expected, "{text}");
        }
        (Ok(_), None) => assert!(
            text.matches(['[', '{']).count() > DEEPEST,
            "not read: {text}"
        ),
        (Err(error), Some(_)) => assert!(
            is_narrower(&error),
            "read, but serde_json says {error}: {text}"
        ),
        (Err(_), None) => {}
    }
}

/// serde_json refuses numbers beyond a double and halves of surrogate pairs; both are JSON.
fn is_narrower(error: &serde_json::Error) -> bool {
    let words = error.to_string();
    ["number out of range", "surrogate", "end of hex escape"]
        .iter()
        .any(|reason| words.contains(reason))
}
