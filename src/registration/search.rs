//! Plain search in the short messages of platforms.
//!
//! The search of the standard library is made for long texts. It would add to the download.

/// Whether the text contains `words`.
pub fn contains(text: &str, words: &str) -> bool {
    position(text, words).is_some()
}

/// The text with each `words` replaced. An empty text is never found.
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

/// The parts before and after the first `words`.
pub fn split_once<'a>(text: &'a str, words: &str) -> Option<(&'a str, &'a str)> {
    let (before, rest) = text.split_at_checked(position(text, words)?)?;
    Some((before, rest.get(words.len()..)?))
}

/// The parts before and after the last `words`.
pub fn rsplit_once<'a>(text: &'a str, words: &str) -> Option<(&'a str, &'a str)> {
    let mut windows = text.as_bytes().windows(words.len().max(1));
    let last = windows.rposition(|window| window == words.as_bytes())?;
    let (before, rest) = text.split_at_checked(last)?;
    Some((before, rest.get(words.len()..)?))
}

fn position(text: &str, words: &str) -> Option<usize> {
    let mut windows = text.as_bytes().windows(words.len().max(1));
    windows.position(|window| window == words.as_bytes())
}
