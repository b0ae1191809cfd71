//! What both Elastic Path platforms share: the token, the envelope and the errors.
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

/// The first of two regions. Owners in the other one set `endpoint`.
pub const ENDPOINT: &str = "https://useast.api.elasticpath.com";

/// The implicit token. Its text is opaque, so every token is accepted.
pub const TOKEN: TokenSource = TokenSource {
    request: token_request,
    refuse: |_| None,
};

/// Builds a request with its data in the envelope `{"data": …}`.
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

/// Explains a refusal. The response for a taken email is not documented, so it may be 409 or 422.
pub fn explain(reply: &Reply) -> Failure {
    match reply.status {
        400 | 409 | 422 => refused(reply),
        401 => Failure::from_reply(Kind::RejectedCredentials, reply)
            .explain("The store refuses a token that it has just issued."),
        _ => Failure::from_status(reply),
    }
}

/// The first error with a known subject decides.
fn refused(reply: &Reply) -> Failure {
    let errors = reply.body.get("errors").items();
    let explained = errors
        .iter()
        .find_map(|error| explain_error(reply, &words(error)));
    explained.unwrap_or_else(|| match reply.status {
        409 => Failure::taken(reply),
        _ => Failure::from_reply(Kind::Invalid, reply),
    })
}

fn explain_error(reply: &Reply, words: &str) -> Option<Failure> {
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

/// The user name of an account member is the email.
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

/// Whether the words contain a name. `data.name` and `/data/name` contain `name`, `data.username` does not.
fn names(words: &str, name: &str) -> bool {
    contains(words, &[" ", name, " "].concat())
}

/// The words of an error, in lower case, each between spaces.
fn words(error: &Json) -> String {
    let source = error.get("source");
    let mut words = String::from(" ");
    for text in [
        error.get("title"),
        error.get("detail"),
        // A string, or an object with a pointer.
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
