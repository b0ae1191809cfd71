//! The part of a body that the owner sees.

use crate::registration::secret;

/// The length of an excerpt in characters.
const LENGTH: usize = 200;

/// The beginning of a text. Each run of letters, digits, dots, dashes and underscores that may be a
/// token becomes `…`.
pub fn excerpt(text: &str) -> String {
    let is_between = |c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '-' | '_');
    let mut out = String::new();
    for piece in text.split_inclusive(is_between) {
        let run = piece.trim_end_matches(is_between);
        match piece.strip_prefix(run) {
            Some(after) if secret::may_be_token(run) => out.extend(["…", after]),
            _ => out.push_str(piece),
        }
        // A character has at most four bytes.
        if out.len() >= 4 * LENGTH {
            break;
        }
    }
    out.chars().take(LENGTH).collect()
}
