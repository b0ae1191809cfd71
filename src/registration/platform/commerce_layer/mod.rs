//! Commerce Layer: a guest token, then JSON:API.
//!
//! <https://docs.commercelayer.io/core/v/api-reference/customers/create>,
//! <https://docs.commercelayer.io/core/authentication/client-credentials>.

pub mod document;
mod errors;

use crate::registration::encoding::claims;
use crate::registration::field::*;
use crate::registration::flow::{Failure, Kind, Signup, TokenSource};
use crate::registration::http::Request;
use crate::registration::json::{Json, Object};
use crate::registration::platform::Platform;
use crate::registration::platform::shared::one_call::OneCall;
use crate::registration::secret::Secret;
use crate::registration::settings::{Setting, Settings, description};
use crate::registration::url;
use errors::explain;

/// The platform.
pub static PLATFORM: Platform = Platform {
    id: "commerce-layer",
    title: description("Commerce Layer"),
    settings: &[
        Setting::optional(
            "organization",
            "the organization's slug, as in https://{organization}.commercelayer.io. Needed without `endpoint`.",
            "yourdomain",
        ),
        Setting {
            name: "client-id",
            is_required: true,
            about: "the client id of a sales channel. An integration's belongs on a server.",
            example: "BISG8bb3…",
        },
        Setting {
            name: "scope",
            is_required: true,
            about: "the market, or several separated by spaces.",
            example: "market:code:europe",
        },
        Setting::optional(
            "auth-endpoint",
            "where tokens come from, if not https://auth.commercelayer.io.",
            "https://…",
        ),
        Setting::optional(
            "customer-group",
            "the id of the group that new customers join.",
            "xYZkjABcde",
        ),
        Setting::optional(
            "reference",
            "a reference of your own for the customer.",
            "newsletter",
        ),
        Setting::optional(
            "reference-origin",
            "where the reference comes from.",
            "shop",
        ),
    ],
    endpoint: |settings| {
        let organization = settings.get("organization")?;
        Some(["https://", organization, ".commercelayer.io"].concat())
    },
    check,
    required: &[&EMAIL, &PASSWORD],
    extra: &[],
    optional: &[
        &FIRST_NAME,
        &LAST_NAME,
        &PHONE,
        &COMPANY_NAME,
        &ACCEPT_MARKETING,
        &TERMS,
    ],
    token: Some(TokenSource {
        request: token_request,
        refuse: refuse_token,
    }),
    begin: |signup| CALL.begin(signup),
};

fn check(settings: &Settings) -> Result<(), Failure> {
    let is_slug = |slug: &str| {
        slug.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let organization = settings.get("organization");
    let is_needed = settings.get("endpoint").is_none();
    if !organization.map_or(!is_needed, is_slug) {
        return Err(Failure::misconfigured(&[
            "Set the attribute `organization` to the organization's slug, or `endpoint` to the URL of your own API.",
        ]));
    }
    match url::endpoint(auth_endpoint(settings), settings.context) {
        Some(_) => Ok(()),
        None => Err(Failure::misconfigured(&[
            "The attribute `auth-endpoint` has to be an https URL.",
        ])),
    }
}

fn auth_endpoint(settings: &Settings) -> &str {
    let endpoint = settings
        .get("auth-endpoint")
        .unwrap_or("https://auth.commercelayer.io");
    endpoint.trim_end_matches('/')
}

fn token_request(_: &str, settings: &Settings) -> Request {
    grant(
        settings,
        Object::new().text("grant_type", "client_credentials"),
    )
}

fn grant(settings: &Settings, kind: Object) -> Request {
    let body = kind
        .text("client_id", settings.get("client-id").unwrap_or_default())
        .text("scope", settings.get("scope").unwrap_or_default());
    let url = [auth_endpoint(settings), "/oauth/token"].concat();
    Request::post_json(url, &body.into()).repeatable()
}

/// Only a sales channel's token may be on a page. Other tokens have more permissions than a shopper.
fn refuse_token(token: &str) -> Option<Failure> {
    let claims = claims(token);
    let kind = claims.get("application").get("kind").as_str();
    (kind != "sales_channel").then(|| {
        let sentence = "The attribute `client-id` does not belong to a sales channel. Remove it from the page.";
        Failure::new(Kind::RejectedCredentials, sentence)
    })
}

static CALL: OneCall = OneCall {
    create,
    created: document::created,
    sign_in: |signup, _| {
        let kind = Object::new()
            .text("grant_type", "password")
            .text("username", signup.email())
            .text("password", signup.password.expose());
        grant(&signup.settings, kind)
    },
    signed_in: |reply| reply.body.get("owner_id").as_id(),
    explain,
    path: PATH,
};

const PATH: &str = "/api/customers";

fn create(signup: &Signup, token: &Secret) -> Request {
    document::post(signup.url(PATH), token, customer(signup))
}

fn customer(signup: &Signup) -> Object {
    let owner = |name| signup.settings.get(name).unwrap_or_default();
    let mut attributes = Object::from(signup.credentials())
        .filled("reference", owner("reference"))
        .filled("reference_origin", owner("reference-origin"));
    let metadata = metadata(signup);
    if !metadata.is_empty() {
        attributes = attributes.with("metadata", metadata);
    }
    let customer = Object::new()
        .text("type", "customers")
        .with("attributes", attributes);
    match signup.settings.get("customer-group") {
        Some(id) => customer.with(
            "relationships",
            Object::new().with("customer_group", group(id)),
        ),
        None => customer,
    }
}

/// A customer has an email and a password. All other fields go into the metadata. The shopper's value
/// replaces the owner's value with the same key.
fn metadata(signup: &Signup) -> Object {
    let mut owned = signup.metadata.clone().unwrap_or(Json::Null);
    if let Json::Object(members) = &mut owned {
        members.retain(|(name, _)| signup.values.get(name).is_empty());
    }
    let mut metadata = Object::from(owned);
    for (name, value) in signup.values.filled() {
        if name == ACCEPT_MARKETING.name {
            metadata.push(name, Json::Bool(true));
        } else if name != EMAIL.name {
            metadata = metadata.text(name, value);
        }
    }
    metadata
}

fn group(id: &str) -> Object {
    let group = Object::new().text("type", "customer_groups").text("id", id);
    Object::new().with("data", group)
}
