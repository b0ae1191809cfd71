//! A name or another line of text.

use super::plain::trim;
use super::{Verdict, refuse_if};
use crate::registration::message::Message;
use crate::registration::values::Values;

/// In characters.
const LONGEST: usize = 255;

/// Trims, also what can't be seen, and refuses control characters and more than 255 characters.
pub fn check(typed: &str, _: &Values) -> Verdict {
    let text = trim(typed);
    refuse_if(text.chars().any(char::is_control), Message::TextControl)?;
    refuse_if(text.chars().count() > LONGEST, Message::TextLong)?;
    Ok(text.to_owned())
}
