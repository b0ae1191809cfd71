//! A phone number as E.164 has it: `+`, country code, number.

use super::{Verdict, refuse_if};
use crate::registration::message::Message;
use crate::registration::values::Values;

/// Removes spaces, brackets, dots and dashes, and refuses what is no international number then.
///
/// E.164 allows 15 digits (<https://www.itu.int/rec/T-REC-E.164>); fewer than 7 are no number
/// that a shopper could be called at.
pub fn check(typed: &str, _: &Values) -> Verdict {
    let is_filler = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '.' | '-' | '‐'..='―');
    let number = typed.replace(is_filler, "");
    let digits = number.strip_prefix('+').ok_or(Message::PhoneCountry)?;
    let all_digits = digits.bytes().all(|byte| byte.is_ascii_digit());
    refuse_if(!all_digits, Message::PhoneDigits)?;
    refuse_if(digits.starts_with('0'), Message::PhoneCountry)?;
    refuse_if(!(7..=15).contains(&digits.len()), Message::PhoneLength)?;
    Ok(number)
}
