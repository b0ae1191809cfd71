//! Parses JSON as Express does: objects and arrays only, with the error messages of V8.

use serde_json::Value;

/// The beginning of a message of serde_json, and the message of V8.
const MESSAGES: &[(&str, &str)] = &[
    ("EOF while parsing a string", "Unterminated string"),
    (
        "trailing characters",
        "Unexpected non-whitespace character after JSON",
    ),
    ("trailing comma", "Expected double-quoted property name"),
    ("key must be a string", "Expected property name or '}'"),
    ("expected `:`", "Expected ':' after property name"),
    (
        "expected `,` or `}`",
        "Expected ',' or '}' after property value",
    ),
    (
        "expected `,` or `]`",
        "Expected ',' or ']' after array element",
    ),
    (
        "control character",
        "Bad control character in string literal",
    ),
    ("invalid escape", "Bad escaped character"),
];
/// V8 shows only a part of texts of this length and more.
const EXCERPT_FROM: usize = 21;
const CONTEXT: usize = 10;

/// The value of `text`.
///
/// # Errors
/// The message of V8, if the text is not a JSON object or array.
pub(crate) fn parse(text: &str) -> Result<Value, String> {
    let start = text.chars().take_while(|c| c.is_ascii_whitespace()).count();
    if !text.trim_ascii_start().starts_with(['{', '[']) {
        return Err(unexpected(text, start));
    }
    serde_json::from_str(&replace_lone_surrogates(text)).map_err(|error| message(text, &error))
}

fn message(text: &str, error: &serde_json::Error) -> String {
    let position = position(text, error);
    let original = error.to_string();
    if text.trim_ascii() == "{" {
        return format!(
            "Expected property name or '}}' in JSON at position {}",
            position.max(1)
        );
    }
    match MESSAGES
        .iter()
        .find(|(start, _)| original.starts_with(start))
    {
        Some((_, message)) if message.ends_with("JSON") => {
            format!("{message} at position {position}")
        }
        Some((_, message)) => format!("{message} in JSON at position {position}"),
        None if error.is_eof() => "Unexpected end of JSON input".to_owned(),
        None => unexpected(text, position),
    }
}

/// The position of an error in characters. At the end of the text, it is the text's length.
fn position(text: &str, error: &serde_json::Error) -> usize {
    if error.is_eof() {
        return text.chars().count();
    }
    let lines_before = text
        .split_inclusive('\n')
        .take(error.line().saturating_sub(1));
    let before: usize = lines_before.map(str::len).sum();
    let bytes = before + error.column().saturating_sub(1);
    text.char_indices()
        .take_while(|(index, _)| *index < bytes)
        .count()
}

fn unexpected(text: &str, position: usize) -> String {
    match text.chars().nth(position) {
        Some(token) => format!(
            "Unexpected token '{token}', {} is not valid JSON",
            excerpt(text, position)
        ),
        None => "Unexpected end of JSON input".to_owned(),
    }
}

fn excerpt(text: &str, position: usize) -> String {
    let length = text.chars().count();
    if length < EXCERPT_FROM {
        return format!("\"{text}\"");
    }
    let (start, end) = (
        position.saturating_sub(CONTEXT),
        (position + CONTEXT).min(length),
    );
    let middle: String = text.chars().skip(start).take(end - start).collect();
    let dots = |cut: bool| if cut { "..." } else { "" };
    format!("{}\"{middle}\"{}", dots(start > 0), dots(end < length))
}

/// Replaces the escapes of lone surrogates by U+FFFD, because a Rust string can't contain them.
fn replace_lone_surrogates(text: &str) -> String {
    let mut replaced = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        replaced.push_str(before);
        let escape = escape_length(after);
        let (taken, left) = after.split_at_checked(escape).unwrap_or((after, ""));
        let is_lone = escape == 5 && surrogate(taken).is_some();
        replaced.push('\\');
        replaced.push_str(if is_lone { "ufffd" } else { taken });
        rest = left;
    }
    replaced + rest
}

/// The length in bytes of the escape after a backslash.
fn escape_length(after: &str) -> usize {
    let low = after.get(5..).and_then(|next| next.strip_prefix('\\'));
    match (
        after.chars().next(),
        surrogate(after),
        low.and_then(surrogate),
    ) {
        (Some('u'), Some(Surrogate::High), Some(Surrogate::Low)) => 11,
        (Some('u'), _, _) => 5,
        (first, _, _) => first.map_or(0, char::len_utf8),
    }
}

#[derive(PartialEq)]
enum Surrogate {
    High,
    Low,
}

fn surrogate(escape: &str) -> Option<Surrogate> {
    match u16::from_str_radix(escape.strip_prefix('u')?.get(..4)?, 16).ok()? {
        0xd800..0xdc00 => Some(Surrogate::High),
        0xdc00..0xe000 => Some(Surrogate::Low),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        parse(text).unwrap_err()
    }

    #[test]
    fn a_value_that_is_no_object_or_array_is_refused() {
        assert_eq!(
            error("\"str\""),
            "Unexpected token '\"', \"\"str\"\" is not valid JSON"
        );
        assert_eq!(
            error("null"),
            "Unexpected token 'n', \"null\" is not valid JSON"
        );
    }

    #[test]
    fn an_early_end_gets_a_message_with_its_position() {
        assert_eq!(error("{\"email\":"), "Unexpected end of JSON input");
        assert_eq!(
            error("{"),
            "Expected property name or '}' in JSON at position 1"
        );
        assert_eq!(
            error("{\"email\":\"a@"),
            "Unterminated string in JSON at position 12"
        );
    }

    #[test]
    fn a_wrong_character_gets_a_message_with_its_position() {
        assert_eq!(
            error("{bad"),
            "Expected property name or '}' in JSON at position 1"
        );
        assert_eq!(
            error("{\"a\" 1}"),
            "Expected ':' after property name in JSON at position 5"
        );
        assert_eq!(
            error("{} x"),
            "Unexpected non-whitespace character after JSON at position 3"
        );
    }

    #[test]
    fn a_lone_surrogate_becomes_the_replacement_character() {
        assert_eq!(
            parse(r#"["\ud800","\ud83d\ude00","\\ud800"]"#).unwrap(),
            serde_json::json!(["\u{fffd}", "😀", "\\ud800"])
        );
    }
}
