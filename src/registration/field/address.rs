//! Where the shopper lives, and where parcels go.

use super::{CHECKBOX, Control, Field, TEXT};
use crate::registration::message::Message;
use crate::registration::rules;

/// Street and number.
pub static STREET: Field = Field {
    name: "street",
    label: Message::Street,
    autocomplete: "address-line1",
    missing: Message::StreetMissing,
    ..TEXT
};

/// A second line of the street.
pub static STREET_2: Field = Field {
    name: "street_2",
    label: Message::Street2,
    autocomplete: "address-line2",
    missing: Message::StreetMissing,
    ..TEXT
};

/// The city.
pub static CITY: Field = Field {
    name: "city",
    label: Message::City,
    autocomplete: "address-level2",
    missing: Message::CityMissing,
    ..TEXT
};

/// The postal code.
pub static POSTAL_CODE: Field = Field {
    name: "postal_code",
    label: Message::PostalCode,
    autocomplete: "postal-code",
    missing: Message::PostalCodeMissing,
    rule: rules::postal_code::check,
    needed: |values| rules::postal_code::is_needed(values.get("country_code")),
    ..TEXT
};

/// The code of a state or province.
pub static STATE: Field = Field {
    name: "state",
    label: Message::State,
    hint: Some(Message::StateHint),
    autocomplete: "address-level1",
    missing: Message::StateMissing,
    rule: rules::state::check,
    needed: |values| rules::state::is_needed(values.get("country_code")),
    ..TEXT
};

/// The country.
pub static COUNTRY_CODE: Field = Field {
    name: "country_code",
    label: Message::Country,
    control: Control::Country,
    autocomplete: "country",
    missing: Message::CountryMissing,
    rule: rules::country::check,
    ..TEXT
};

/// Parcels go where the bill goes.
pub static SHIP_TO_BILLING: Field = Field {
    name: "ship_to_billing",
    label: Message::ShipToBilling,
    ..CHECKBOX
};

/// Street and number for parcels.
pub static SHIPPING_STREET: Field = Field {
    name: "shipping_street",
    label: Message::ShippingStreet,
    autocomplete: "shipping address-line1",
    missing: Message::StreetMissing,
    ..SHIPPING
};

/// A second line of the street for parcels.
pub static SHIPPING_STREET_2: Field = Field {
    name: "shipping_street_2",
    label: Message::ShippingStreet2,
    autocomplete: "shipping address-line2",
    missing: Message::StreetMissing,
    ..SHIPPING
};

/// The city for parcels.
pub static SHIPPING_CITY: Field = Field {
    name: "shipping_city",
    label: Message::ShippingCity,
    autocomplete: "shipping address-level2",
    missing: Message::CityMissing,
    ..SHIPPING
};

/// The postal code for parcels.
pub static SHIPPING_POSTAL_CODE: Field = Field {
    name: "shipping_postal_code",
    label: Message::ShippingPostalCode,
    autocomplete: "shipping postal-code",
    missing: Message::PostalCodeMissing,
    rule: rules::postal_code::check,
    needed: |values| rules::postal_code::is_needed(values.get("shipping_country_code")),
    ..SHIPPING
};

/// The state or province for parcels.
pub static SHIPPING_STATE: Field = Field {
    name: "shipping_state",
    label: Message::ShippingState,
    hint: Some(Message::StateHint),
    autocomplete: "shipping address-level1",
    missing: Message::StateMissing,
    rule: rules::state::check_shipping,
    needed: |values| rules::state::is_needed(values.get("shipping_country_code")),
    ..SHIPPING
};

/// The country for parcels.
pub static SHIPPING_COUNTRY_CODE: Field = Field {
    name: "shipping_country_code",
    label: Message::ShippingCountry,
    control: Control::Country,
    autocomplete: "shipping country",
    missing: Message::CountryMissing,
    rule: rules::country::check,
    ..SHIPPING
};

const SHIPPING: Field = Field {
    unless: "ship_to_billing",
    ..TEXT
};
