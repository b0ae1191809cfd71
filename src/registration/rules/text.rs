//! A name or another line of text.

use super::{Verdict, refuse_if};
use crate::registration::message::Message;
use crate::registration::values::Values;

/// In characters.
const LONGEST: usize = 255;

/// Trims, and refuses control characters and more than 255 characters.
pub fn check(typed: &str, _: &Values) -> Verdict {
    let text = typed.trim();
    refuse_if(text.chars().any(char::is_control), Message::TextControl)?;
    refuse_if(text.chars().count() > LONGEST, Message::TextLong)?;
    Ok(text.to_owned())
}
