//! Commerce Layer: one JSON:API document, with an integration's token.
//!
//! <https://docs.commercelayer.io/core/v/api-reference/customer_groups/create>.

use super::super::GroupProvider;
use super::super::draft::Draft;
use super::super::error::GroupError;
use super::super::field::GroupField;
use storefront_signup::registration::flow::TokenSource;
use storefront_signup::registration::http::{Answer, Reply, Request};
use storefront_signup::registration::json::{Json, Object};
use storefront_signup::registration::platform::commerce_layer::document;
use storefront_signup::registration::search::split_once;
use storefront_signup::registration::secret::Secret;
use storefront_signup::registration::settings::Settings;

pub static PROVIDER: GroupProvider = GroupProvider {
    platform: "commerce-layer",
    attribute: "customer-group",
    token_hint: "an access token of an integration. The token of a sales channel may not create groups.",
    create,
    read,
    sandbox_token: TokenSource {
        request: token_request,
        refuse: |_| None,
    },
};

/// The string attributes.
const TEXTS: [(GroupField, &str); 3] = [
    (GroupField::Name, "name"),
    (GroupField::Reference, "reference"),
    (GroupField::Origin, "reference_origin"),
];
const METADATA: &str = "metadata";

const REFUSED_TOKEN: &str =
    "The store does not accept this token: it is wrong, or it has expired. Get a new one.";
const DENIED: &str = "This token may not create groups. Use the token of an integration that may create customer groups.";

fn create(endpoint: &str, draft: &Draft) -> Request {
    let mut attributes = Object::new();
    for (field, name) in TEXTS {
        attributes = attributes.filled(name, draft.get(field));
    }
    if let Some(metadata) = draft.metadata() {
        attributes = attributes.with(METADATA, metadata);
    }
    let group = Object::new()
        .text("type", "customer_groups")
        .with("attributes", attributes);
    let url = [endpoint, "/api/customer_groups"].concat();
    document::post(url, &Secret::new(draft.get(GroupField::Token)), group)
}

fn read(answer: Answer, token: &str) -> Result<String, Vec<GroupError>> {
    let reply = answer.map_err(|lost| vec![lost.into()])?;
    match document::created(&reply) {
        id if reply.is_ok() && !id.is_empty() => Ok(id.to_owned()),
        _ => Err(errors(&reply, token)),
    }
}

/// A refusal has an error for each field.
fn errors(reply: &Reply, token: &str) -> Vec<GroupError> {
    let listed = document::errors(reply);
    match reply.status {
        401 if document::is_denied(reply) => vec![GroupError::at(GroupField::Token, DENIED)],
        401 => vec![GroupError::at(GroupField::Token, REFUSED_TOKEN)],
        403 => vec![GroupError::at(GroupField::Token, DENIED)],
        400 | 409 | 422 if !listed.is_empty() => listed
            .iter()
            .map(|error| field_error(reply, error, token))
            .collect(),
        _ => vec![GroupError::from_reply(reply)],
    }
}

fn field_error(reply: &Reply, error: &Json, token: &str) -> GroupError {
    let detail = error.get("detail").as_str();
    let title = error.get("title").as_str();
    match field(document::place(error)) {
        Some(field) => {
            // The detail begins with the name of the field, which the owner sees above it.
            let message = split_once(detail, " - ").map_or(title, |(_, message)| message);
            GroupError::at(field, "The store refuses this.").with_vendor_message(message, token)
        }
        None => {
            let message = if detail.is_empty() { title } else { detail };
            GroupError::from_reply(reply).with_vendor_message(message, token)
        }
    }
}

fn field(place: &str) -> Option<GroupField> {
    let known = TEXTS.iter().chain(&[(GroupField::Metadata, METADATA)]);
    let mut found = known.filter(|(_, name)| *name == place);
    found.next().map(|(field, _)| *field)
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
