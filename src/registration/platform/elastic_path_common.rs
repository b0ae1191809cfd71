//! What Elastic Path's two ways of registering have in common: the token, the envelope, the errors.
//!
//! <https://elasticpath.dev/docs/api/errors>: `{"errors": [{status, title, detail, source}]}`.

use super::Signup;
use crate::registration::encoding::path_segment;
use crate::registration::exchange::{Reply, Request};
use crate::registration::failure::{Failure, Kind, general};
use crate::registration::field::{EMAIL, Field, NAME, PASSWORD};
use crate::registration::json::{Json, Object};
use crate::registration::settings::{Setting, Settings};
use crate::registration::text::has;

pub const CLIENT_ID: Setting = Setting {
    name: "client-id",
    is_required: true,
    about: "the public client id of an application key. Its client secret never belongs into a page.",
    example: "JgsgGqbn…",
};

/// One of the two regions; the other is an owner's setting.
pub const ENDPOINT: &str = "https://useast.api.elasticpath.com";

/// A call with its data in the envelope that all calls have.
pub fn send(signup: &Signup, path: &str, data: Object, token: &str) -> Request {
    let body = Object::new().with("data", data).into();
    Request::post_json(signup.url(path), &body).bearer(token)
}

/// <https://elasticpath.dev/docs/api/authentication/create-an-access-token>, by the implicit grant.
pub fn token_request(endpoint: &str, settings: &Settings) -> Request {
    let client = path_segment(settings.get("client-id").unwrap_or_default());
    let request = Request::post([endpoint, "/oauth/access_token"].concat());
    Request {
        body: Some(["client_id=", &client, "&grant_type=implicit"].concat()),
        ..request
            .header("content-type", "application/x-www-form-urlencoded")
            .repeatable()
    }
}

/// What a refusal means. The body for a taken email is unpublished, so 409 and 422 both tell.
pub fn explain(reply: &Reply) -> Failure {
    let words = words(reply);
    let of = |kind| Failure::from_reply(kind, reply);
    match reply.status {
        409 => of(Kind::Taken).at(EMAIL.name),
        400 | 422 if is_taken(&words) => of(Kind::Taken).at(EMAIL.name),
        400 | 422 => match [&PASSWORD, &NAME, &EMAIL]
            .into_iter()
            .find(|field| names(&words, field))
        {
            Some(field) => Failure::of_field(field, reply),
            None => of(Kind::Invalid),
        },
        401 => of(Kind::RejectedCredentials)
            .explain("The store refuses a token that it has just given."),
        _ => general(reply),
    }
}

/// Titles, details and sources of all errors, in lower case.
fn words(reply: &Reply) -> String {
    let mut words = String::new();
    for error in reply.body.get("errors").items() {
        for name in ["title", "detail", "source"] {
            words.push_str(text(error.get(name)));
            words.push(' ');
        }
    }
    words.make_ascii_lowercase();
    words
}

/// `source` is a text, or an object with a pointer.
fn text(json: &Json) -> &str {
    match json.as_str() {
        "" => json.get("pointer").as_str(),
        text => text,
    }
}

fn is_taken(words: &str) -> bool {
    let speaks_of_it = has(words, "email") || has(words, "username");
    let taken = ["already", "taken", "exists", "duplicate", "unique"];
    speaks_of_it && taken.iter().any(|word| has(words, word))
}

fn names(words: &str, field: &Field) -> bool {
    has(words, &["data.", field.name].concat()) || words.split(' ').any(|word| word == field.name)
}
