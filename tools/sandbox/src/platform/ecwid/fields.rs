//! The fields of a customer, from the vendor's tables.

use serde_json::Value;

/// The type of a field.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Number,
    Bool,
    /// An integer or a boolean: the vendor's client and its table differ.
    Order,
    /// One of these texts.
    OneOf(&'static [&'static str]),
    /// An object with the fields of these tables.
    Object(&'static [&'static [Field]]),
    /// A list of such objects.
    List(&'static [&'static [Field]]),
    /// Any value: the field is read-only, and the store ignores it.
    ReadOnly,
}

type Field = (&'static str, Kind);

const CUSTOMER: &[Field] = &[
    ("email", Kind::Text),
    ("password", Kind::Text),
    ("billingPerson", Kind::Object(&[PERSON])),
    ("shippingAddresses", Kind::List(&[PERSON, ADDRESS])),
    ("contacts", Kind::List(&[CONTACT])),
    ("customerGroupId", Kind::Number),
    ("b2b_b2c", Kind::OneOf(&["b2b", "b2c"])),
    ("taxId", Kind::Text),
    ("taxIdValid", Kind::Bool),
    ("taxExempt", Kind::Bool),
    ("acceptMarketing", Kind::Bool),
    ("lang", Kind::Text),
    ("privateAdminNotes", Kind::Text),
    ("extrafields", Kind::ReadOnly),
    ("primaryPhone", Kind::Text),
    ("name", Kind::ReadOnly),
    ("customerGroupName", Kind::ReadOnly),
];

const PERSON: &[Field] = &[
    ("name", Kind::Text),
    ("companyName", Kind::Text),
    ("street", Kind::Text),
    ("city", Kind::Text),
    ("countryCode", Kind::Text),
    ("countryName", Kind::Text),
    ("postalCode", Kind::Text),
    ("stateOrProvinceCode", Kind::Text),
    ("phone", Kind::Text),
];

/// The fields of a saved address, besides those of a person.
const ADDRESS: &[Field] = &[("id", Kind::ReadOnly), ("addressFormatted", Kind::ReadOnly)];

const CONTACT: &[Field] = &[
    ("id", Kind::ReadOnly),
    ("contact", Kind::Text),
    ("handle", Kind::Text),
    ("note", Kind::Text),
    ("type", Kind::OneOf(CONTACT_TYPES)),
    ("default", Kind::Bool),
    ("orderBy", Kind::Order),
    ("timestamp", Kind::ReadOnly),
];

const CONTACT_TYPES: &[&str] = &[
    "EMAIL",
    "PHONE",
    "FACEBOOK",
    "INSTAGRAM",
    "TWITTER",
    "YOUTUBE",
    "TIKTOK",
    "PINTEREST",
    "VK",
    "FB_MESSENGER",
    "WHATSAPP",
    "TELEGRAM",
    "VIBER",
    "URL",
    "OTHER",
];

/// A message about the first field that is unknown or has the wrong type.
pub(super) fn error(customer: &Value) -> Option<String> {
    object_error("", customer, &[CUSTOMER]).or_else(|| duplicate_default(customer))
}

fn object_error(path: &str, value: &Value, tables: &[&[Field]]) -> Option<String> {
    let Some(object) = value.as_object() else {
        return Some(format!("{path}: an object is expected"));
    };
    object.iter().find_map(|(name, value)| {
        let path = if path.is_empty() {
            name.clone()
        } else {
            format!("{path}.{name}")
        };
        match tables
            .iter()
            .copied()
            .flatten()
            .find(|(known, _)| known == name)
        {
            Some((_, kind)) => field_error(&path, value, *kind),
            None => Some(format!("Unknown field {path}")),
        }
    })
}

fn field_error(path: &str, value: &Value, kind: Kind) -> Option<String> {
    let expected = match kind {
        Kind::Text => (!value.is_string()).then_some("a string"),
        Kind::Number => (!value.is_u64()).then_some("a number"),
        Kind::Bool => (!value.is_boolean()).then_some("a boolean"),
        Kind::Order => (!value.is_u64() && !value.is_boolean()).then_some("an integer"),
        Kind::OneOf(texts) => (!value.as_str().is_some_and(|text| texts.contains(&text)))
            .then_some("one of its texts"),
        Kind::Object(tables) => return object_error(path, value, tables),
        Kind::List(tables) => return list_error(path, value, tables),
        Kind::ReadOnly => None,
    };
    expected.map(|expected| format!("{path}: {expected} is expected"))
}

fn list_error(path: &str, value: &Value, tables: &[&[Field]]) -> Option<String> {
    let Some(items) = value.as_array() else {
        return Some(format!("{path}: an array is expected"));
    };
    items
        .iter()
        .enumerate()
        .find_map(|(index, item)| object_error(&format!("{path}[{index}]"), item, tables))
}

fn duplicate_default(customer: &Value) -> Option<String> {
    let contacts = customer.get("contacts")?.as_array()?;
    let defaults = contacts
        .iter()
        .filter(|contact| contact.get("default") == Some(&Value::Bool(true)));
    let mut types: Vec<&str> = defaults
        .filter_map(|contact| contact.get("type")?.as_str())
        .collect();
    types.sort_unstable();
    let twice = types
        .windows(2)
        .find(|pair| pair.first() == pair.last())?
        .first()?;
    Some(format!(
        "contacts: only one contact of the type {twice} can be default"
    ))
}
