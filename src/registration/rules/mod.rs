//! The rules for values: one rule a file, with its reasons.
//!
//! A rule takes the text that the shopper typed. It returns the text to send, or the reason why it
//! can't be sent. The form decides whether a text may be empty, so a rule never gets an empty one.
//!
//! ```
//! use storefront_signup::registration::message::Message;
//! use storefront_signup::registration::rules::phone;
//! use storefront_signup::registration::values::Values;
//!
//! let others = Values::default();
//! assert_eq!(phone::check("+44 (0)20 7946-0123", &others), Ok("+442079460123".to_owned()));
//! assert_eq!(phone::check("020 7946 0123", &others), Err(Message::PhoneCountry));
//! ```

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
