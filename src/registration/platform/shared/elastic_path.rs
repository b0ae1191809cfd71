//! What Elastic Path's two ways of registering have in common: the token, the envelope, the errors.
//!
//! <https://elasticpath.dev/guides/Getting-Started/errors>: `{"errors": [{status, title, detail, source}]}`.

use crate::registration::encoding::path_segment;
use crate::registration::field::{EMAIL, Field, NAME, PASSWORD};
use crate::registration::flow::{Failure, Kind, Signup, TokenSource};
use crate::registration::http::{Reply, Request};
use crate::registration::json::{Json, Object};
use crate::registration::search::contains;
use crate::registration::secret::Secret;
use crate::registration::settings::{Setting, Settings};

pub const CLIENT_ID: Setting = Setting {
    name: "client-id",
    is_required: true,
    about: "the public client id of an application key. Its client secret never belongs into a page.",
    example: "JgsgGqbn…",
};

/// One of the two regions; the other is an owner's setting.
pub const ENDPOINT: &str = "https://useast.api.elasticpath.com";

/// The implicit token, of which the text tells nothing.
pub const TOKEN: TokenSource = TokenSource {
    request: token_request,
    refuse: |_| None,
};

/// A call with its data in the envelope that all calls have.
pub fn send(signup: &Signup, path: &str, data: Object, token: &Secret) -> Request {
    let body = Object::new().with("data", data).into();
    Request::post_json(signup.url(path), &body).bearer(token)
}

/// <https://elasticpath.dev/docs/authentication/Tokens/implicit-token>.
fn token_request(endpoint: &str, settings: &Settings) -> Request {
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
    match reply.status {
        400 | 409 | 422 => refused(reply),
        401 => Failure::from_reply(Kind::RejectedCredentials, reply)
            .explain("The store refuses a token that it has just given."),
        _ => Failure::from_status(reply),
    }
}

/// The first error that says what it is about counts.
fn refused(reply: &Reply) -> Failure {
    let errors = reply.body.get("errors").items();
    let told = errors.iter().find_map(|error| about(reply, &words(error)));
    told.unwrap_or_else(|| match reply.status {
        409 => Failure::taken(reply),
        _ => Failure::from_reply(Kind::Invalid, reply),
    })
}

fn about(reply: &Reply, words: &str) -> Option<Failure> {
    for name in ["external_ref", "password_profile_id"] {
        if names(words, name) {
            let failure = Failure::from_reply(Kind::Configuration, reply);
            return Some(failure.explain(REFUSED));
        }
    }
    if is_taken(words) {
        return Some(Failure::taken(reply));
    }
    field(words).map(|field| Failure::of_field(field, reply))
}

const REFUSED: &str = "The store refuses the attribute `external-ref` or `password-profile-id`.";

fn is_taken(words: &str) -> bool {
    let who = ["email", "username", "customer", "member"];
    let taken = ["already", "taken", "exists", "duplicate", "unique"];
    who.iter().any(|word| contains(words, word)) && taken.iter().any(|word| contains(words, word))
}

/// An account member's user name is the email.
fn field(words: &str) -> Option<&'static Field> {
    let known: [(&str, &'static Field); 4] = [
        ("password", &PASSWORD),
        ("name", &NAME),
        ("email", &EMAIL),
        ("username", &EMAIL),
    ];
    let found = known.into_iter().find(|(name, _)| names(words, name));
    found.map(|(_, field)| field)
}

/// `data.name` and `/data/name` name `name`, `data.username` does not.
fn names(words: &str, name: &str) -> bool {
    contains(words, &[" ", name, " "].concat())
}

/// The words of an error, in lower case and with a space on either side of each.
fn words(error: &Json) -> String {
    let source = error.get("source");
    let mut words = String::from(" ");
    for text in [
        error.get("title"),
        error.get("detail"),
        // A text, or an object with a pointer.
        source,
        source.get("pointer"),
    ] {
        for c in text.as_str().chars() {
            let is_word = c.is_ascii_alphanumeric() || c == '_';
            words.push(if is_word { c.to_ascii_lowercase() } else { ' ' });
        }
        words.push(' ');
    }
    words
}
