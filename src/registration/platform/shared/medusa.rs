//! The refusals of both Medusa versions: `{type, message, code?}`.
//!
//! <https://docs.medusajs.com/api/store#errors>. A message may name several problems.

use crate::registration::field::{
    COMPANY_NAME, EMAIL, FIRST_NAME, Field, LAST_NAME, PASSWORD, PHONE,
};
use crate::registration::flow::{Failure, Kind};
use crate::registration::http::Reply;
use crate::registration::search::contains;

/// The fields by their names in messages.
const NAMED: [(&str, &Field); 6] = [
    ("first_name", &FIRST_NAME),
    ("last_name", &LAST_NAME),
    ("company_name", &COMPANY_NAME),
    ("phone", &PHONE),
    ("password", &PASSWORD),
    ("email", &EMAIL),
];

/// Whether a customer with this email exists, or the server has already handled this request.
pub fn is_duplicate(reply: &Reply) -> bool {
    let body = &reply.body;
    let message = body.get("message").as_str();
    let is_signed_in = contains(message, "already authenticated as a customer");
    body.get("type").as_str() == "duplicate_error" || (reply.status == 400 && is_signed_in)
}

/// Explains a refusal.
pub fn explain(reply: &Reply) -> Failure {
    let message = reply.body.get("message").as_str().to_ascii_lowercase();
    let of = |kind| Failure::from_reply(kind, reply);
    match (reply.status, reply.body.get("type").as_str()) {
        (400, "not_allowed") if contains(&message, "publishable") => {
            of(Kind::RejectedCredentials).explain("Medusa refuses the attribute `publishable-key`.")
        }
        (401, _) if contains(&message, "auth provider") => {
            of(Kind::Configuration).explain("The store has no provider `emailpass` for customers.")
        }
        (401, _) => of(Kind::Server).explain("Medusa refused a token that it had just issued."),
        (400, "invalid_data") => refused(reply, &message),
        _ => Failure::from_status(reply),
    }
}

fn refused(reply: &Reply, message: &str) -> Failure {
    if contains(message, "unrecognized fields") || contains(message, "should not exist") {
        let failure = Failure::from_reply(Kind::Configuration, reply);
        return failure.explain("The store does not know one of the fields.");
    }
    match NAMED.iter().find(|(word, _)| contains(message, word)) {
        Some((_, field)) => Failure::of_field(field, reply),
        None => Failure::from_reply(Kind::Invalid, reply),
    }
}
