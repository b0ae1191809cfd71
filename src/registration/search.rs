//! Finding words in the short texts that platforms answer with.
//!
//! The standard library's search is made for long texts, and every shopper would download it.

/// Whether `words` stand in a text.
pub fn contains(text: &str, words: &str) -> bool {
    position(text, words).is_some()
}

/// The text with something else in place of each `words`. Empty ones stand nowhere.
pub fn replace(text: &str, words: &str, with: &str) -> String {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = split_once(rest, words) {
        out.push_str(before);
        out.push_str(with);
        rest = after;
    }
    out.push_str(rest);
    out
}

/// What stands before and after the first `words`.
pub fn split_once<'a>(text: &'a str, words: &str) -> Option<(&'a str, &'a str)> {
    let (before, rest) = text.split_at_checked(position(text, words)?)?;
    Some((before, rest.get(words.len()..)?))
}

fn position(text: &str, words: &str) -> Option<usize> {
    let mut windows = text.as_bytes().windows(words.len().max(1));
    windows.position(|window| window == words.as_bytes())
}
