//! Parsing JSON as Express does: objects and arrays only, with the error messages of V8.

use serde_json::Value;

/// What serde_json says, and what V8 says in its place.
const WORDS: &[(&str, &str)] = &[
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
/// Texts of this length and more are shown only around the error.
const LONG: usize = 21;
const CONTEXT: usize = 10;

/// The value of `text`, or the sentence that the server answers with.
pub(crate) fn parse(text: &str) -> Result<Value, String> {
    let start = text.chars().take_while(|c| c.is_ascii_whitespace()).count();
    if !text.trim_ascii_start().starts_with(['{', '[']) {
        return Err(unexpected(text, start));
    }
    serde_json::from_str(&mend(text)).map_err(|error| explain(text, &error))
}

fn explain(text: &str, error: &serde_json::Error) -> String {
    let position = position(text, error);
    let said = error.to_string();
    if text.trim_ascii() == "{" {
        return format!(
            "Expected property name or '}}' in JSON at position {}",
            position.max(1)
        );
    }
    match WORDS.iter().find(|(ours, _)| said.starts_with(ours)) {
        Some((_, theirs)) if theirs.ends_with("JSON") => format!("{theirs} at position {position}"),
        Some((_, theirs)) => format!("{theirs} in JSON at position {position}"),
        None if error.is_eof() => "Unexpected end of JSON input".to_owned(),
        None => unexpected(text, position),
    }
}

/// The error's place, counted in characters from 0; the text's length at its end.
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
    if length < LONG {
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

/// Replaces escapes of lone surrogates, which a Rust string can't hold, by the replacement character.
fn mend(text: &str) -> String {
    let mut mended = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        mended.push_str(before);
        let escape = escape_length(after);
        let (taken, left) = after.split_at_checked(escape).unwrap_or((after, ""));
        let is_lone = escape == 5 && surrogate(taken).is_some();
        mended.push('\\');
        mended.push_str(if is_lone { "ufffd" } else { taken });
        rest = left;
    }
    mended + rest
}

/// How many bytes belong to the escape that follows a backslash.
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

    fn message(text: &str) -> String {
        parse(text).unwrap_err()
    }

    #[test]
    fn a_bare_value_is_refused_by_its_first_character() {
        assert_eq!(
            message("\"str\""),
            "Unexpected token '\"', \"\"str\"\" is not valid JSON"
        );
        assert_eq!(
            message("null"),
            "Unexpected token 'n', \"null\" is not valid JSON"
        );
    }

    #[test]
    fn a_text_that_ends_too_early_is_told_by_where_it_ends() {
        assert_eq!(message("{\"email\":"), "Unexpected end of JSON input");
        assert_eq!(
            message("{"),
            "Expected property name or '}' in JSON at position 1"
        );
        assert_eq!(
            message("{\"email\":\"a@"),
            "Unterminated string in JSON at position 12"
        );
    }

    #[test]
    fn a_wrong_character_is_told_by_its_place() {
        assert_eq!(
            message("{bad"),
            "Expected property name or '}' in JSON at position 1"
        );
        assert_eq!(
            message("{\"a\" 1}"),
            "Expected ':' after property name in JSON at position 5"
        );
        assert_eq!(
            message("{} x"),
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
