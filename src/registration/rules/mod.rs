//! What a value has to be: one rule a file, with its reasons.
//!
//! A rule gets the text as it was typed and gives the text as it is sent. An empty text never
//! reaches a rule: whether it may be empty is the form's matter.

pub mod country;
pub mod email;
pub mod password;
pub mod phone;
pub mod plain;
pub mod postal_code;
pub mod profile;
pub mod state;
pub mod text;
pub mod tick;

use super::message::Message;
use super::values::Values;

/// Checks a text. The other values of the form are there for rules that compare.
pub type Rule = fn(&str, &Values) -> Verdict;

/// The text to send, or the reason why it can't be sent.
pub type Verdict = Result<String, Message>;

fn refuse_if(wrong: bool, reason: Message) -> Result<(), Message> {
    if wrong { Err(reason) } else { Ok(()) }
}
