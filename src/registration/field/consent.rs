//! What the shopper says yes to.

use super::{Control, Field, TEXT};
use crate::registration::message::Message;
use crate::registration::rules;

/// News and offers by email.
pub static ACCEPT_MARKETING: Field = Field {
    name: "accept_marketing",
    label: Message::AcceptMarketing,
    ..CHECKBOX
};

/// The store's terms. The yes stays in the form: no platform has a place for it.
pub static TERMS: Field = Field {
    name: "terms",
    label: Message::AcceptTerms,
    missing: Message::TermsMissing,
    rule: |_, _| Ok(String::new()),
    ..CHECKBOX
};

/// A checkbox. What is sent is `true`, whatever value an autofill gave it.
pub(super) const CHECKBOX: Field = Field {
    control: Control::Checkbox,
    autocomplete: "off",
    missing: Message::FieldMissing,
    rule: rules::tick::check,
    ..TEXT
};
