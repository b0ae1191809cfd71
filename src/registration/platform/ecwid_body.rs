//! What a registration at Ecwid carries. Nothing here comes from a field that a shopper must not
//! decide: the group is the owner's, and tax exemption and notes are never sent.

use super::Signup;
use crate::registration::json::Json;
use crate::registration::settings::Settings;
use crate::registration::values::Values;

type Member = (&'static str, Json);

/// Our names of the billing person's fields, and Ecwid's.
const BILLING: [(&str, &str); 7] = [
    ("name", "name"),
    ("company_name", "companyName"),
    ("city", "city"),
    ("country_code", "countryCode"),
    ("postal_code", "postalCode"),
    ("state", "stateOrProvinceCode"),
    ("phone", "phone"),
];

/// The same for parcels.
const SHIPPING: [(&str, &str); 5] = [
    ("name", "name"),
    ("shipping_city", "city"),
    ("shipping_country_code", "countryCode"),
    ("shipping_postal_code", "postalCode"),
    ("shipping_state", "stateOrProvinceCode"),
];

/// The body of `POST /customers`.
pub fn body(signup: &Signup, with_language: bool) -> Json {
    let values = &signup.values;
    let mut members = vec![("email", signup.text("email"))];
    members.extend(text(values, "password", "password"));
    let billing = person(values, &BILLING, street(values));
    let shipping = shipping(values, &billing);
    members.push(("billingPerson", billing));
    members.extend(shipping.map(|person| ("shippingAddresses", Json::List(vec![person]))));
    members.extend(contacts(values));
    members.extend(group(&signup.settings));
    members.extend(text(values, "tax_id", "taxId"));
    let is_company = !values.get("tax_id").is_empty() || !values.get("company_name").is_empty();
    members.push((
        "b2b_b2c",
        Json::text(if is_company { "b2b" } else { "b2c" }),
    ));
    members.push((
        "acceptMarketing",
        Json::Bool(!values.get("accept_marketing").is_empty()),
    ));
    let language =
        Some(&signup.settings.language).filter(|language| with_language && !language.is_empty());
    members.extend(language.map(|language| ("lang", Json::text(language.clone()))));
    Json::object(members)
}

fn text(values: &Values, name: &str, key: &'static str) -> Option<Member> {
    let value = values.get(name);
    (!value.is_empty()).then(|| (key, Json::text(value.to_owned())))
}

fn person(values: &Values, names: &[(&str, &'static str)], street: String) -> Json {
    let members = names
        .iter()
        .filter_map(|(name, key)| text(values, name, key));
    let street = (!street.is_empty()).then(|| ("street", Json::text(street)));
    Json::object(members.chain(street))
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
    (!street.is_empty()).then(|| person(values, &SHIPPING, street.to_owned()))
}

/// One contact of a type is the default one, and there is one field for each.
fn contacts(values: &Values) -> Option<Member> {
    let mut contacts = Vec::new();
    for (name, value) in values.filled() {
        if let Some(kind) = name.strip_prefix("contact_") {
            contacts.push(contact(kind, value, contacts.len()));
        }
    }
    (!contacts.is_empty()).then_some(("contacts", Json::List(contacts)))
}

fn contact(kind: &str, value: &str, index: usize) -> Json {
    let handle = handle(kind, value).map(|handle| ("handle", Json::text(handle.to_owned())));
    let first = [("contact", Json::text(value.to_owned()))];
    let last = [
        ("type", Json::text(kind.to_ascii_uppercase())),
        ("default", Json::Bool(true)),
        ("orderBy", Json::Number(index.to_string().into())),
    ];
    Json::object(first.into_iter().chain(handle).chain(last))
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

/// The owner's choice, a number.
fn group(settings: &Settings) -> Option<Member> {
    let number = settings.get("customer-group")?;
    Some(("customerGroupId", Json::Number(number.to_owned().into())))
}
