//! The meaning of Commerce Layer's refusals.

use super::document::{errors, has_code, is_denied, place};
use crate::registration::field::{EMAIL, Field, PASSWORD};
use crate::registration::flow::{Failure, Kind};
use crate::registration::http::Reply;
use crate::registration::json::Json;
use crate::registration::search::contains;

/// Explains a refusal. The status is that of HTTP. In the body it is a text or a number.
pub fn explain(reply: &Reply) -> Failure {
    let of = |kind| Failure::from_reply(kind, reply);
    match reply.status {
        401 if is_denied(reply) => of(Kind::Forbidden)
            .explain("The sales channel may not create customers, or not with `customer-group`."),
        404 if has_code(reply, "RECORD_NOT_FOUND") => {
            of(Kind::Configuration).explain("Is there a group with the id in `customer-group`?")
        }
        406 | 415 => of(Kind::Configuration)
            .explain("A proxy between the page and the store changes the headers."),
        423 => of(Kind::Server),
        400 | 409 | 422 => refused(reply),
        _ => Failure::from_status(reply),
    }
}

/// The first error with a known subject decides.
fn refused(reply: &Reply) -> Failure {
    let explained = errors(reply)
        .iter()
        .find_map(|error| explain_error(reply, error));
    explained.unwrap_or_else(|| match reply.status {
        409 => Failure::taken(reply),
        _ => Failure::from_reply(Kind::Invalid, reply),
    })
}

fn explain_error(reply: &Reply, error: &Json) -> Option<Failure> {
    let field: &Field = match place(error) {
        "email" | "" if is_taken(error) => return Some(Failure::taken(reply)),
        "email" if reply.status == 409 => return Some(Failure::taken(reply)),
        "email" => &EMAIL,
        "password" => &PASSWORD,
        "customer_group" | "reference" | "reference_origin" => {
            let failure = Failure::from_reply(Kind::Configuration, reply);
            return Some(failure.explain(REFUSED));
        }
        _ => return None,
    };
    Some(Failure::of_field(field, reply))
}

const REFUSED: &str =
    "The store refuses the attribute `customer-group`, `reference` or `reference-origin`.";

fn is_taken(error: &Json) -> bool {
    let says_so = |name| contains(error.get(name).as_str(), "already been taken");
    error.get("meta").get("error").as_str() == "taken" || says_so("title") || says_so("detail")
}
