//! What people type and paste, in plain signs.
//!
//! Keyboards of other scripts have digits and signs of their own, and marks that can't be seen come
//! along where a text is pasted.

/// The zeros of the scripts that have digits of their own, in the order of Unicode. Nine digits follow each.
const ZEROS: &str = "\u{660}\u{6f0}\u{7c0}\u{966}\u{9e6}\u{a66}\u{ae6}\u{b66}\u{be6}\u{c66}\u{ce6}\u{d66}\u{de6}\u{e50}\u{ed0}\u{f20}\u{1040}\u{1090}\u{17e0}\u{1810}\u{1946}\u{19d0}\u{1a80}\u{1a90}\u{1b50}\u{1bb0}\u{1c40}\u{1c50}\u{a620}\u{a8d0}\u{a900}\u{a9d0}\u{a9f0}\u{aa50}\u{abf0}\u{10d30}\u{11136}\u{1d7ce}\u{1d7d8}\u{1d7e2}\u{1d7ec}\u{1d7f6}\u{1e950}";

/// The text with ASCII digits and signs in place of those of other scripts and widths, and without
/// marks that can't be seen.
///
/// The two joiners stay: they are part of how a word is written, and of a domain.
pub fn plain(text: &str) -> String {
    let is_kept = |c: &char| matches!(c, '\u{200c}' | '\u{200d}') || !is_invisible(*c);
    text.chars().filter(is_kept).map(sign).collect()
}

/// The text without spaces and marks that can't be seen around it. Empty if there is nothing else.
pub fn trim(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || is_invisible(c))
}

/// Whether a character has neither a form nor a width: Unicode's `Default_Ignorable_Code_Point`,
/// and the blank of braille.
pub fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{2800}' | '\u{3164}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{ffa0}' | '\u{fff0}'..='\u{fff8}'
        | '\u{1bca0}'..='\u{1bca3}' | '\u{1d173}'..='\u{1d17a}' | '\u{e0000}'..='\u{e0fff}')
}

fn sign(c: char) -> char {
    match c {
        '\0'..='\u{7f}' => c,
        '\u{3000}' => ' ',
        // The full stops of Chinese and Japanese.
        '\u{3002}' | '\u{ff61}' => '.',
        // Full-width signs stand in the order of ASCII.
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ => digit(c).unwrap_or(c),
    }
}

fn digit(c: char) -> Option<char> {
    let value = |zero: char| {
        u32::from(c)
            .checked_sub(u32::from(zero))
            .filter(|value| *value < 10)
    };
    char::from_digit(ZEROS.chars().find_map(value)?, 10)
}
