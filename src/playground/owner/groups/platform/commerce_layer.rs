//! Commerce Layer: one JSON:API document, with an integration's token.
//!
//! <https://docs.commercelayer.io/core/v/api-reference/customer_groups/create>.

use super::super::Maker;
use super::super::draft::{Draft, Part};
use super::super::error::Trouble;
use storefront_signup::registration::flow::TokenSource;
use storefront_signup::registration::http::{Answer, Reply, Request};
use storefront_signup::registration::json::{Json, Object};
use storefront_signup::registration::platform::commerce_layer::document;
use storefront_signup::registration::search::cut;
use storefront_signup::registration::settings::Settings;

pub static MAKER: Maker = Maker {
    platform: "commerce-layer",
    attribute: "customer-group",
    about_token: "an access token of an integration. A sales channel’s may not make groups.",
    create,
    read,
    sandbox: TokenSource {
        request: token_request,
        refuse: |_| None,
    },
};

/// The attributes that are texts.
const TEXTS: [(Part, &str); 3] = [
    (Part::Name, "name"),
    (Part::Reference, "reference"),
    (Part::Origin, "reference_origin"),
];
const METADATA: &str = "metadata";

const REFUSED_TOKEN: &str =
    "The store does not take this token: it is wrong, or it has expired. Get a new one.";
const DENIED: &str = "This token may not make groups. It takes an integration’s, with the permission to create customer groups.";

fn create(endpoint: &str, draft: &Draft) -> Request {
    let mut attributes = Object::new();
    for (part, name) in TEXTS {
        attributes = attributes.filled(name, draft.get(part));
    }
    if let Some(metadata) = draft.metadata() {
        attributes = attributes.with(METADATA, metadata);
    }
    let group = Object::new()
        .text("type", "customer_groups")
        .with("attributes", attributes);
    let url = [endpoint, "/api/customer_groups"].concat();
    document::post(url, draft.get(Part::Token), group)
}

fn read(answer: Answer, token: &str) -> Result<String, Vec<Trouble>> {
    let reply = answer.map_err(|lost| vec![lost.into()])?;
    match document::created(&reply) {
        id if reply.is_ok() && !id.is_empty() => Ok(id.to_owned()),
        _ => Err(explain(&reply, token)),
    }
}

/// A refusal tells of each part that it is about.
fn explain(reply: &Reply, token: &str) -> Vec<Trouble> {
    let errors = document::errors(reply);
    match reply.status {
        401 if document::is_denied(reply) => vec![Trouble::at(Part::Token, DENIED)],
        401 => vec![Trouble::at(Part::Token, REFUSED_TOKEN)],
        403 => vec![Trouble::at(Part::Token, DENIED)],
        400 | 409 | 422 if !errors.is_empty() => errors
            .iter()
            .map(|error| about(reply, error, token))
            .collect(),
        _ => vec![Trouble::from_reply(reply)],
    }
}

fn about(reply: &Reply, error: &Json, token: &str) -> Trouble {
    let detail = error.get("detail").as_str();
    let title = error.get("title").as_str();
    match part(document::place(error)) {
        Some(part) => {
            // The detail repeats the name that the sentence stands at.
            let words = cut(detail, " - ").map_or(title, |(_, words)| words);
            Trouble::at(part, "The store refuses this.").with_words(words, token)
        }
        None => {
            let words = if detail.is_empty() { title } else { detail };
            Trouble::from_reply(reply).with_words(words, token)
        }
    }
}

fn part(place: &str) -> Option<Part> {
    let known = TEXTS.iter().chain(&[(Part::Metadata, METADATA)]);
    let mut found = known.filter(|(_, name)| *name == place);
    found.next().map(|(part, _)| *part)
}

fn token_request(endpoint: &str, owner: &Settings) -> Request {
    let credential = |name| owner.get(name).unwrap_or_default();
    let body = Object::new()
        .text("grant_type", "client_credentials")
        .text("client_id", credential("integration's client id"))
        .text("client_secret", credential("integration's client secret"));
    let url = [endpoint, "/oauth/token"].concat();
    Request::post_json(url, &body.into()).repeatable()
}
