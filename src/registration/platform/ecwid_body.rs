//! What a registration at Ecwid carries. Nothing here comes from a field that a shopper must not
//! decide: the group is the owner's, and tax exemption and notes are never sent.

use super::Signup;
use crate::registration::json::{Json, Object};
use crate::registration::values::Values;

/// Our names of the billing person's fields, and Ecwid's.
const BILLING: [(&str, &'static str); 7] = [
    ("name", "name"),
    ("company_name", "companyName"),
    ("city", "city"),
    ("country_code", "countryCode"),
    ("postal_code", "postalCode"),
    ("state", "stateOrProvinceCode"),
    ("phone", "phone"),
];

/// The same for parcels.
const SHIPPING: [(&str, &'static str); 5] = [
    ("name", "name"),
    ("shipping_city", "city"),
    ("shipping_country_code", "countryCode"),
    ("shipping_postal_code", "postalCode"),
    ("shipping_state", "stateOrProvinceCode"),
];

/// The body of `POST /customers`.
pub fn body(signup: &Signup, with_language: bool) -> Json {
    let values = &signup.values;
    let is_company = !values.get("tax_id").is_empty() || !values.get("company_name").is_empty();
    let billing = Json::from(person(values, &BILLING, &street(values)));
    let mut body = Object::new()
        .text("email", signup.email())
        .filled("password", signup.password())
        .filled("taxId", values.get("tax_id"))
        .text("b2b_b2c", if is_company { "b2b" } else { "b2c" })
        .with(
            "acceptMarketing",
            Json::Bool(!values.get("accept_marketing").is_empty()),
        );
    if let Some(address) = shipping(values, &billing) {
        body.push("shippingAddresses", Json::List(vec![address]));
    }
    body.push("billingPerson", billing);
    let contacts = contacts(values);
    if !contacts.is_empty() {
        body.push("contacts", Json::List(contacts));
    }
    // The owner's choice, a number.
    if let Some(group) = signup.settings.get("customer-group") {
        body.push("customerGroupId", Json::Number(group.to_owned().into()));
    }
    if with_language {
        body = body.filled("lang", &signup.settings.language);
    }
    body.into()
}

fn person(values: &Values, names: &[(&str, &'static str)], street: &str) -> Object {
    let mut person = Object::new();
    for (name, key) in names {
        person = person.filled(key, values.get(name));
    }
    person.filled("street", street)
}

/// Both lines of the street, with a line break between them.
fn street(values: &Values) -> String {
    let [first, second] = ["street", "street_2"].map(|name| values.get(name));
    match second {
        "" => first.to_owned(),
        _ => [first, "\n", second].concat(),
    }
}

/// The billing address if the shopper ticked that, else what was given for parcels.
fn shipping(values: &Values, billing: &Json) -> Option<Json> {
    if !values.get("ship_to_billing").is_empty() {
        return Some(billing.clone());
    }
    let street = values.get("shipping_street");
    (!street.is_empty()).then(|| person(values, &SHIPPING, street).into())
}

/// One contact of a type is the default one, and there is one field for each.
fn contacts(values: &Values) -> Vec<Json> {
    let mut contacts = Vec::new();
    for (name, value) in values.filled() {
        if let Some(kind) = name.strip_prefix("contact_") {
            contacts.push(contact(kind, value, contacts.len()));
        }
    }
    contacts
}

fn contact(kind: &str, value: &str, index: usize) -> Json {
    Object::new()
        .text("contact", value)
        .filled("handle", handle(kind, value).unwrap_or_default())
        .text("type", &kind.to_ascii_uppercase())
        .with("default", Json::Bool(true))
        .with("orderBy", Json::Number(index.to_string().into()))
        .into()
}

/// The name at the end of a profile's link.
fn handle<'a>(kind: &str, link: &'a str) -> Option<&'a str> {
    if matches!(kind, "url" | "other") {
        return None;
    }
    let path = link.split_once("://")?.1.trim_end_matches('/');
    let name = path.rsplit_once('/')?.1.trim_start_matches('@');
    (!name.is_empty()).then_some(name)
}
