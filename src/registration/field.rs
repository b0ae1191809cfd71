//! The fields that a form can have, as data.

mod address;
mod contact;
mod person;

pub use address::*;
pub use contact::*;
pub use person::*;

use super::message::Message;
use super::rules::{self, Rule};

/// A field: what the shopper sees, what the browser may fill in, what is right.
pub struct Field {
    /// The control's name, and the key of its value.
    pub name: &'static str,
    /// What stands above the control.
    pub label: Message,
    /// What helps before the first mistake.
    pub hint: Option<Message>,
    /// The kind of control.
    pub control: Control,
    /// The token of the HTML standard's autofill table
    /// (<https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#autofill>).
    pub autocomplete: &'static str,
    /// The reason when a required one is empty.
    pub missing: Message,
    /// The reason when the platform refuses it without saying why.
    pub refused: Message,
    /// What a value has to be.
    pub rule: Rule,
    /// The checkbox that makes it superfluous.
    pub unless: Option<&'static str>,
}

/// The kinds of controls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Control {
    /// One line of text.
    Text,
    /// An email address.
    Email,
    /// A password, with a button that shows it.
    Password,
    /// A phone number.
    Phone,
    /// A country, chosen by its name and sent as its ISO 3166 code.
    Country,
    /// A yes or no: `true`, or nothing.
    Checkbox,
}

impl Control {
    /// The `type` of the input.
    pub const fn input_type(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Password => "password",
            Self::Phone => "tel",
            Self::Country => "select",
            Self::Checkbox => "checkbox",
        }
    }
}

const TEXT: Field = Field {
    name: "",
    label: Message::FirstName,
    hint: None,
    control: Control::Text,
    autocomplete: "",
    missing: Message::NameMissing,
    refused: Message::FieldRefused,
    rule: rules::text::check,
    unless: None,
};
