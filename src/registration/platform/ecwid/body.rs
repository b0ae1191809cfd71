//! The body of a registration at Ecwid. The shopper can't set what only an owner may decide: the group
//! is a setting, and tax exemption and notes are never sent.

use crate::registration::decimal::decimal;
use crate::registration::flow::Signup;
use crate::registration::json::{Json, Object};
use crate::registration::rules::profile;
use crate::registration::values::Values;

/// The fields of an address: our name and Ecwid's.
static ADDRESS: [(&str, &str); 4] = [
    ("city", "city"),
    ("country_code", "countryCode"),
    ("postal_code", "postalCode"),
    ("state", "stateOrProvinceCode"),
];

/// The body of `POST /customers`.
pub fn body(signup: &Signup, with_language: bool) -> Json {
    let values = &signup.values;
    let mut body = Object::new()
        .text("email", signup.email())
        .filled("password", signup.password.expose())
        .with("billingPerson", person(values, ""))
        .filled("taxId", values.get("tax_id"));
    if let Some(address) = shipping(values) {
        body.push("shippingAddresses", Json::List(vec![address.into()]));
    }
    let contacts = contacts(values);
    if !contacts.is_empty() {
        body.push("contacts", Json::List(contacts));
    }
    // Without it, Ecwid creates a private customer.
    if !values.get("company_name").is_empty() || !values.get("tax_id").is_empty() {
        body.push("b2b_b2c", Json::text("b2b"));
    }
    if !values.get("accept_marketing").is_empty() {
        body.push("acceptMarketing", Json::Bool(true));
    }
    if let Some(group) = signup.settings.get("customer-group") {
        body.push("customerGroupId", number(group));
    }
    if with_language {
        body = body.filled("lang", language(signup));
    }
    body.into()
}

/// The shopper's name with an address. The fields of the shipping address begin with a prefix.
fn person(values: &Values, prefix: &str) -> Object {
    let mut person = Object::new().filled("name", values.get("name"));
    if prefix.is_empty() {
        person = person
            .filled("companyName", values.get("company_name"))
            .filled("phone", values.get("phone"));
    }
    address(person, values, prefix)
}

fn address(mut person: Object, values: &Values, prefix: &str) -> Object {
    let text = |name| values.get(&[prefix, name].concat());
    for (name, key) in ADDRESS {
        person = person.filled(key, text(name));
    }
    // Both lines in one text.
    let street = [text("street"), "\n", text("street_2")].concat();
    person.filled("street", street.trim())
}

/// The billing address if the shopper checked that box, else the shipping address.
fn shipping(values: &Values) -> Option<Object> {
    let prefix = match values.get("ship_to_billing") {
        "" => "shipping_",
        _ => "",
    };
    let is_given = !address(Object::new(), values, prefix).is_empty();
    is_given.then(|| person(values, prefix))
}

/// Only one contact of a type may be the default. The form has one field for each type.
fn contacts(values: &Values) -> Vec<Json> {
    let mut contacts = Vec::new();
    let mut index = 0;
    for (name, value) in values.filled() {
        if let Some(kind) = name.strip_prefix("contact_") {
            contacts.push(contact(kind, value, index));
            index += 1;
        }
    }
    contacts
}

fn contact(kind: &str, value: &str, index: u32) -> Json {
    // Only profiles have a name at the end of the URL.
    let handle = match kind {
        "url" | "other" | "email" | "phone" | "whatsapp" | "viber" => "",
        _ => profile::name(value),
    };
    Object::new()
        .text("contact", value)
        .filled("handle", handle)
        .text("type", &kind.to_ascii_uppercase())
        .with("default", Json::Bool(true))
        .with("orderBy", number(&decimal(index)))
        .into()
}

fn number(digits: &str) -> Json {
    Json::Number(digits.to_owned().into())
}

/// The language of the page without the region.
fn language(signup: &Signup) -> &str {
    let tag = signup.settings.get("lang").unwrap_or_default();
    tag.split('-').next().unwrap_or_default()
}
