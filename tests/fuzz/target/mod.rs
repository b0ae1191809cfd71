//! What is fuzzed.

pub mod answers;
pub mod attributes;
mod dictionary;
pub mod json;
pub mod locale;
mod seen;
pub mod values;

use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads an input that is kept as JSON.
fn from_json<T: DeserializeOwned>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_else(|error| panic!("no input: {error}\n{text}"))
}

/// The text in which an input is kept.
fn to_json<T: Serialize>(input: &T) -> String {
    let text = serde_json::to_string_pretty(input).expect("an input in JSON");
    text + "\n"
}
