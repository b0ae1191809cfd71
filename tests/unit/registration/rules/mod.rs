//! Every rule: what it lets through, what it refuses, and with which reason.

mod country;
mod email;
mod password;
mod phone;
mod plain;
mod postal_code;
mod profile;
mod properties;
mod reasons;
mod state;
mod text;

use storefront_signup::registration::message::Message;
use storefront_signup::registration::rules::{Rule, Verdict};
use storefront_signup::registration::values::Values;

/// The verdict on a text in a form that is empty otherwise.
fn verdict(rule: Rule, typed: &str) -> Verdict {
    rule(typed, &Values::default())
}

/// Each text goes through as it was typed.
fn passes(rule: Rule, texts: &[&str]) {
    for text in texts {
        assert_eq!(verdict(rule, text), Ok((*text).to_owned()));
    }
}

/// Each text is refused for the reason.
fn refuses(rule: Rule, texts: &[&str], reason: Message) {
    for text in texts {
        assert_eq!(verdict(rule, text), Err(reason), "{text:?}");
    }
}
