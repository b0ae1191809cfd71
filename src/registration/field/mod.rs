//! The fields that a form can have, as data.

mod address;
mod consent;
mod contact;

pub use address::*;
pub use consent::*;
pub use contact::*;

use super::message::Message;
use super::rules::{self, Rule};
use super::values::Values;

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
    /// Whether a form that requires the field needs it beside these values.
    pub needed: fn(&Values) -> bool,
    /// The checkbox that takes the field away while it is ticked, empty for none.
    pub unless: &'static str,
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
    /// One of all countries.
    Country,
    /// A yes, or nothing.
    Checkbox,
}

impl Control {
    /// The `type` of the control, as the browser has it.
    pub const fn input_type(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Password => "password",
            Self::Phone => "tel",
            Self::Country => "select-one",
            Self::Checkbox => "checkbox",
        }
    }
}

/// The shopper's email.
pub static EMAIL: Field = Field {
    rule: rules::email::check,
    ..ANY_EMAIL
};

/// The shopper's email at Medusa v2, which takes fewer.
pub static MEDUSA_EMAIL: Field = Field {
    rule: rules::email::check_for_medusa,
    ..ANY_EMAIL
};

const ANY_EMAIL: Field = Field {
    name: "email",
    label: Message::Email,
    control: Control::Email,
    autocomplete: "email",
    missing: Message::EmailMissing,
    refused: Message::EmailRefused,
    ..TEXT
};

/// A new password.
pub static PASSWORD: Field = Field {
    name: "password",
    label: Message::Password,
    hint: Some(Message::PasswordHint),
    control: Control::Password,
    autocomplete: "new-password",
    missing: Message::PasswordMissing,
    refused: Message::PasswordRefused,
    rule: rules::password::check,
    ..TEXT
};

/// The whole name.
pub static NAME: Field = Field {
    name: "name",
    label: Message::Name,
    autocomplete: "name",
    missing: Message::NameMissing,
    ..TEXT
};

/// The first name.
pub static FIRST_NAME: Field = Field {
    name: "first_name",
    label: Message::FirstName,
    autocomplete: "given-name",
    missing: Message::FirstNameMissing,
    ..TEXT
};

/// The last name.
pub static LAST_NAME: Field = Field {
    name: "last_name",
    label: Message::LastName,
    autocomplete: "family-name",
    missing: Message::LastNameMissing,
    ..TEXT
};

/// The company.
pub static COMPANY_NAME: Field = Field {
    name: "company_name",
    label: Message::CompanyName,
    autocomplete: "organization",
    missing: Message::CompanyMissing,
    ..TEXT
};

/// The number under which a company pays its taxes.
pub static TAX_ID: Field = Field {
    name: "tax_id",
    label: Message::TaxId,
    // The standard has no token for it.
    autocomplete: "off",
    missing: Message::TaxIdMissing,
    ..TEXT
};

/// A phone number.
pub static PHONE: Field = Field {
    name: "phone",
    label: Message::Phone,
    hint: Some(Message::PhoneHint),
    control: Control::Phone,
    autocomplete: "tel",
    missing: Message::PhoneMissing,
    refused: Message::PhoneRefused,
    rule: rules::phone::check,
    ..TEXT
};

const TEXT: Field = Field {
    name: "",
    label: Message::FirstName,
    hint: None,
    control: Control::Text,
    autocomplete: "",
    missing: Message::NameMissing,
    refused: Message::FieldRefused,
    rule: rules::text::check,
    needed: |_| true,
    unless: "",
};
