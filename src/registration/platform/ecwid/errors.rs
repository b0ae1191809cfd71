//! The meaning of Ecwid's refusals: <https://docs.ecwid.com/api-reference/rest-api/error-codes>.

use crate::registration::field::*;
use crate::registration::flow::{Failure, Kind, OWN_CORS, Signup};
use crate::registration::http::Reply;
use crate::registration::message::Message;
use crate::registration::search::{contains, split_once};

/// The fields by their names in Ecwid's messages.
///
/// The second field is the one of the shipping address. A name that contains another one comes first.
static NAMED: [(&str, &Field, &Field); 11] = [
    ("email", &EMAIL, &EMAIL),
    ("password", &PASSWORD, &PASSWORD),
    ("phone", &PHONE, &PHONE),
    ("taxid", &TAX_ID, &TAX_ID),
    ("countrycode", &COUNTRY_CODE, &SHIPPING_COUNTRY_CODE),
    ("stateorprovincecode", &STATE, &SHIPPING_STATE),
    ("postalcode", &POSTAL_CODE, &SHIPPING_POSTAL_CODE),
    ("street", &STREET, &SHIPPING_STREET),
    ("city", &CITY, &SHIPPING_CITY),
    ("companyname", &COMPANY_NAME, &COMPANY_NAME),
    ("name", &NAME, &NAME),
];

/// Explains a refusal.
pub fn explain(signup: &Signup, reply: &Reply, code: &str) -> Failure {
    let of = |kind| Failure::from_reply(kind, reply);
    match (reply.status, code) {
        (409, _) => taken(signup, reply),
        (400, _) => refused(signup, reply),
        (402, _) => of(Kind::Configuration)
            .explain("The store's plan has no API, or the store is suspended."),
        (403, "INSUFFICIENT_APP_SCOPE") => {
            of(Kind::Forbidden).explain("The token lacks the scope `create_customers`.")
        }
        (401 | 403, _) => of(Kind::RejectedCredentials).explain("The token is refused."),
        (404, _) => of(Kind::Configuration)
            .explain("There is no store with the number in `store-id`, or no API at this URL."),
        (415, _) => of(Kind::Configuration),
        _ => Failure::from_status(reply),
    }
}

/// The response to the creation was lost. The form may have no password field.
pub fn unconfirmed(signup: &Signup) -> Failure {
    let failure = Failure::unconfirmed("/customers", OWN_CORS);
    match signup.password.is_empty() {
        true => Failure {
            message: Message::UnconfirmedMail,
            ..failure
        },
        false => failure,
    }
}

fn taken(signup: &Signup, reply: &Reply) -> Failure {
    let message = match signup.password.expose() {
        "" => Message::EmailTakenMail,
        _ => Message::EmailTaken,
    };
    let failure = Failure {
        message,
        ..Failure::taken(reply)
    };
    match signup.is_resumed {
        true => failure.explain("It may be the account of an earlier try whose response was lost."),
        false => failure,
    }
}

fn refused(signup: &Signup, reply: &Reply) -> Failure {
    let message = reply.body.get("errorMessage").as_str().to_ascii_lowercase();
    if let Some((_, after)) = split_once(&message, "contacts") {
        return match contact(signup, after) {
            // All contacts have the same sentence.
            Some(name) => Failure::of_field(&CONTACT_OTHER, reply).at(name),
            None => Failure::from_reply(Kind::Invalid, reply),
        };
    }
    let is_elsewhere =
        contains(&message, "shipping") && signup.values.get(SHIP_TO_BILLING.name).is_empty();
    for (name, billing, shipping) in NAMED {
        if contains(&message, name) {
            return Failure::of_field(if is_elsewhere { shipping } else { billing }, reply);
        }
    }
    match contains(&message, "customergroupid") {
        true => Failure::from_reply(Kind::Configuration, reply)
            .explain("There is no group with the number in `customer-group`."),
        false => Failure::from_reply(Kind::Invalid, reply),
    }
}

/// The field of the contact with the index in `[n]`. The first contact has the index 0.
fn contact(signup: &Signup, after: &str) -> Option<&'static str> {
    let (index, _) = split_once(after.strip_prefix('[')?, "]")?;
    let mut sent = signup
        .values
        .filled()
        .filter(|(name, _)| name.starts_with("contact_"));
    sent.nth(index.parse().ok()?).map(|(name, _)| name)
}
