//! Taking a secret out of what a platform answered.

use super::excerpt::excerpt;
use crate::registration::search;

/// The bytes at the beginning of a secret that tell something of it.
const TELLING: usize = 3;

/// The text without a secret, in whichever escapes the secret stands there.
pub fn redact(text: &str, secret: &str) -> String {
    // An excerpt leaves what stands beside a long run of letters.
    let text = mask(text, secret);
    mask(&text, &excerpt(secret))
}

fn mask(text: &str, secret: &str) -> String {
    let mut text = search::replace(text, secret, "…");
    for (end, next) in secret.char_indices().rev() {
        let beginning = secret.get(..end).unwrap_or_default();
        // An excerpt may end in the middle of a secret.
        if end >= TELLING
            && let Some(rest) = text.strip_suffix(beginning)
        {
            text = [rest, "…"].concat();
        }
        if !next.is_ascii_alphanumeric() {
            text = end_before_escaped(text, beginning);
        }
    }
    text
}

/// The next character of the secret may be written as an escape of JSON, HTML or a URL.
fn end_before_escaped(mut text: String, beginning: &str) -> String {
    for mark in ["\\", "&", "%", "+"] {
        if let Some((before, _)) = search::split_once(&text, &[beginning, mark].concat()) {
            text = [before, "…"].concat();
        }
    }
    text
}
