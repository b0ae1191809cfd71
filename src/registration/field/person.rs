//! Who the shopper is.

use super::{Control, Field, TEXT};
use crate::registration::message::Message;
use crate::registration::rules;

/// The shopper's email.
pub static EMAIL: Field = Field {
    name: "email",
    label: Message::Email,
    hint: None,
    control: Control::Email,
    autocomplete: "email",
    missing: Message::EmailMissing,
    refused: Message::EmailRefused,
    rule: rules::email::check,
    unless: None,
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
    unless: None,
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
    unless: None,
};

/// The number under which a company pays taxes.
pub static TAX_ID: Field = Field {
    name: "tax_id",
    label: Message::TaxId,
    missing: Message::TaxIdMissing,
    ..TEXT
};

/// Whether the shop may send mails about its goods.
pub static ACCEPT_MARKETING: Field = Field {
    name: "accept_marketing",
    label: Message::AcceptMarketing,
    ..CHECKBOX
};

/// Whether the shopper agrees to the shop's terms.
pub static TERMS: Field = Field {
    name: "terms",
    label: Message::AcceptTerms,
    missing: Message::TermsMissing,
    ..CHECKBOX
};

pub(super) const CHECKBOX: Field = Field {
    control: Control::Checkbox,
    rule: rules::checkbox::check,
    ..TEXT
};
