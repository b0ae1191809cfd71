//! Removes a secret from the text of a response.

use super::excerpt::excerpt;
use crate::registration::search;

/// The length of a secret's beginning, in bytes, that gives something of the secret away.
const TELLING: usize = 3;

/// The text without the secret, whether the secret is there as it is, cut off or escaped.
pub fn redact(text: &str, secret: &str) -> String {
    // In an excerpt, `…` may already replace a part of the secret.
    let text = mask(text, secret);
    mask(&text, &excerpt(secret))
}

fn mask(text: &str, secret: &str) -> String {
    let mut text = search::replace(text, secret, "…");
    for (end, next) in secret.char_indices().rev() {
        let beginning = secret.get(..end).unwrap_or_default();
        // An excerpt may end within the secret.
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

/// Cuts the text where the secret goes on with an escape of JSON, HTML or a URL.
fn end_before_escaped(mut text: String, beginning: &str) -> String {
    for mark in ["\\", "&", "%", "+"] {
        if let Some((before, _)) = search::split_once(&text, &[beginning, mark].concat()) {
            text = [before, "…"].concat();
        }
    }
    text
}
