//! What Ecwid's refusals mean: <https://docs.ecwid.com/api-reference/rest-api/error-codes>.

use super::Signup;
use crate::registration::exchange::Reply;
use crate::registration::failure::{Failure, Kind, general};
use crate::registration::field::*;
use crate::registration::message::Message;
use crate::registration::text::has;

/// Ecwid's names of the fields, as its sentences have them.
static NAMED: [(&str, &Field); 8] = [
    ("email", &EMAIL),
    ("password", &PASSWORD),
    ("phone", &PHONE),
    ("taxid", &TAX_ID),
    ("countrycode", &COUNTRY_CODE),
    ("stateorprovincecode", &STATE),
    ("postalcode", &POSTAL_CODE),
    ("companyname", &COMPANY_NAME),
];

/// The failure that an answer tells.
pub fn explain(signup: &Signup, reply: &Reply, code: &str) -> Failure {
    let of = |kind| Failure::from_reply(kind, reply);
    match (reply.status, code) {
        (409, _) => taken(signup, reply),
        (400, _) => refused(reply),
        (402, _) => of(Kind::Configuration)
            .explain("The store's plan has no API, or the store is suspended."),
        (403, "INSUFFICIENT_APP_SCOPE") => {
            of(Kind::Forbidden).explain("The token lacks the scope `create_customers`.")
        }
        (401 | 403, _) => of(Kind::RejectedCredentials).explain("The token is refused."),
        (404, _) => of(Kind::Configuration).explain(
            "There is no store with the number in `store-id`, or nothing at this address.",
        ),
        (415, _) => of(Kind::Configuration),
        _ => general(reply),
    }
}

/// The answer to the creation was lost. There may be no password to press again with.
pub fn unconfirmed(signup: &Signup) -> Failure {
    let failure = Failure::new(
        Kind::Unconfirmed,
        "The answer to POST /customers was lost, and Ecwid has no way to ask for it.",
    );
    match signup.password() {
        "" => Failure {
            message: Message::UnconfirmedMail,
            ..failure
        },
        _ => failure,
    }
}

fn taken(signup: &Signup, reply: &Reply) -> Failure {
    let failure = Failure::from_reply(Kind::Taken, reply).at(EMAIL.name);
    match signup.is_resumed {
        true => failure.explain("It may be the account of the try before, whose answer was lost."),
        false => failure,
    }
}

fn refused(reply: &Reply) -> Failure {
    let words = reply.body.get("errorMessage").as_str().to_ascii_lowercase();
    for (name, field) in NAMED {
        // What is wrong elsewhere than with the billing person has no field of that name.
        if has(&words, name) && !has(&words, "shipping") && !has(&words, "contact") {
            return Failure::of_field(field, reply);
        }
    }
    match has(&words, "customergroupid") {
        true => Failure::from_reply(Kind::Configuration, reply)
            .explain("There is no group with the number in `customer-group`."),
        false => Failure::from_reply(Kind::Invalid, reply),
    }
}
