//! A phone number as E.164 has it: `+`, country code, number.

use super::plain::{is_invisible, plain};
use super::{Verdict, refuse_if};
use crate::registration::message::Message;
use crate::registration::search::split_once;
use crate::registration::values::Values;

/// What people write between digits: dots, slashes, and every dash and minus sign of Unicode.
const FILLERS: &str = "./-~\u{b7}\u{2d7}\u{58a}\u{5be}\u{1400}\u{1806}\u{2010}\u{2011}\u{2012}\u{2013}\u{2014}\u{2015}\u{2022}\u{2043}\u{2053}\u{207b}\u{208b}\u{2212}\u{223c}\u{2796}\u{2e17}\u{2e1a}\u{2e3a}\u{2e3b}\u{2e40}\u{2e5d}\u{301c}\u{3030}\u{30a0}\u{30fc}\u{fe31}\u{fe32}\u{fe58}\u{fe63}\u{ff70}";

/// Fewer digits are no number that a shopper could be called at.
const SHORTEST: usize = 7;
/// E.164 allows no more (<https://www.itu.int/rec/T-REC-E.164>).
const LONGEST: usize = 15;
const LONGEST_EXTENSION: usize = 6;

/// Removes what people write between the digits, and refuses what is no international number then.
pub fn check(typed: &str, _: &Values) -> Verdict {
    let number = without_brackets(&without_fillers(typed));
    let number = number.strip_prefix('+').ok_or(Message::PhoneCountry)?;
    let length = number.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = number.split_at_checked(length).unwrap_or_default();
    refuse_if(is_extension(digits, rest), Message::PhoneExtension)?;
    refuse_if(!rest.is_empty(), Message::PhoneDigits)?;
    refuse_if(digits.starts_with('0'), Message::PhoneCountry)?;
    refuse_if(
        !(SHORTEST..=LONGEST).contains(&length),
        Message::PhoneLength,
    )?;
    Ok(["+", digits].concat())
}

fn without_fillers(typed: &str) -> String {
    let is_filler =
        |c: char| c.is_whitespace() || is_invisible(c) || FILLERS.chars().any(|filler| filler == c);
    let bracket = |c| match c {
        '[' => '(',
        ']' => ')',
        _ => c,
    };
    let plain = plain(typed);
    plain
        .chars()
        .filter(|c| !is_filler(*c))
        .map(bracket)
        .collect()
}

/// A zero alone in brackets behind the country code is dialled inside of the country only.
fn without_brackets(number: &str) -> String {
    let without = |text: &str| text.replace(['(', ')'], "");
    if let Some((code, rest)) = split_once(number, "(0)") {
        let code = without(code);
        if (2..=4).contains(&code.len()) {
            return [code, without(rest)].concat();
        }
    }
    without(number)
}

/// Whether a number inside of a company follows, however it is written: `ext 4`, `x4`, `#4`.
fn is_extension(digits: &str, rest: &str) -> bool {
    let length = rest.bytes().filter(u8::is_ascii_digit).count();
    let ends_in_digit = rest.ends_with(|c: char| c.is_ascii_digit());
    digits.len() >= SHORTEST && ends_in_digit && length <= LONGEST_EXTENSION
}
