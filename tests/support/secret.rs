//! What must not be told to anyone.

use super::fixture::Fixture;
use super::recorded::Recorded;
use serde_json::Value;
use std::sync::LazyLock;

/// Each token that was recorded: remembered, or in an answer.
static TOKENS: LazyLock<Vec<String>> = LazyLock::new(|| {
    let mut tokens = Vec::new();
    for recorded in Recorded::all() {
        tokens.extend(recorded.fixture.token.clone());
        for round in &recorded.fixture.exchange {
            let body = round.answer.text().map(|(_, body)| body);
            let body = serde_json::from_str(&body.unwrap_or_default());
            collect(&body.unwrap_or_default(), &mut tokens);
        }
    }
    tokens.sort_unstable();
    tokens.dedup();
    tokens
});

/// The shopper's password, and every token that any answer could hold.
pub fn secrets(fixture: &Fixture) -> impl Iterator<Item = &str> {
    let password = fixture.values.get("password").into_iter();
    let token = fixture.settings.get("token").into_iter();
    password
        .chain(token)
        .chain(TOKENS.iter())
        .map(String::as_str)
}

/// The texts of members whose names say that they are tokens, at any depth.
fn collect(value: &Value, tokens: &mut Vec<String>) {
    match value {
        Value::Array(items) => items.iter().for_each(|item| collect(item, tokens)),
        Value::Object(members) => {
            for (name, member) in members {
                match member.as_str() {
                    Some("") => {}
                    Some(text) if name.ends_with("token") => tokens.push(text.to_owned()),
                    _ => collect(member, tokens),
                }
            }
        }
        _ => {}
    }
}
