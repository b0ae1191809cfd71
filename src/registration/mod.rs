//! What registering a shopper means: fields, rules, platforms, failures and words.
//!
//! No browser, no async, no IO. A platform says which request comes next and reads
//! the answer; whoever drives it does the sending. So every flow runs in a native test.

pub mod encoding;
pub mod field;
pub mod flow;
pub mod form;
pub mod http;
pub mod json;
pub mod message;
pub mod platform;
pub mod rules;
pub mod search;
pub mod secret;
pub mod settings;
pub mod url;
pub mod values;
