//! What registering a shopper means: fields, rules, platforms, failures and messages.
//!
//! There is no browser, no async and no IO here. A platform returns the next request and reads the
//! response. The caller sends it. So a native test can run every flow.

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
