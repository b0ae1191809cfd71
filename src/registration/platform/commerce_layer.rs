//! Commerce Layer: a guest token, then JSON:API.
//!
//! <https://docs.commercelayer.io/core/v/api-reference/customers/create>,
//! <https://docs.commercelayer.io/core/authentication/client-credentials>.

use super::one_call::OneCall;
use super::{Platform, Signup};
use crate::registration::address;
use crate::registration::encoding::claims;
use crate::registration::exchange::{Reply, Request};
use crate::registration::failure::{Failure, Kind, general};
use crate::registration::field::{
    COMPANY_NAME, EMAIL, FIRST_NAME, Field, LAST_NAME, PASSWORD, PHONE,
};
use crate::registration::json::{Json, Object};
use crate::registration::settings::{Setting, Settings, misconfigured};
use crate::registration::text::{cut, has};
use crate::registration::token::TokenSource;

const JSON_API: &str = "application/vnd.api+json";

pub static PLATFORM: Platform = Platform {
    id: "commerce-layer",
    title: "Commerce Layer",
    settings: &[
        Setting {
            name: "organization",
            is_required: true,
            about: "the organization's slug, as in https://{organization}.commercelayer.io.",
            example: "yourdomain",
        },
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
        optional(
            "auth-endpoint",
            "where tokens come from, if not https://auth.commercelayer.io.",
            "https://…",
        ),
        optional(
            "customer-group",
            "the id of the group that new customers join.",
            "xYZkjABcde",
        ),
        optional(
            "reference",
            "a reference of your own for the customer.",
            "newsletter",
        ),
        optional(
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
    optional: &[&FIRST_NAME, &LAST_NAME, &PHONE, &COMPANY_NAME],
    token: Some(TokenSource {
        request: token_request,
        refuse: refuse_token,
    }),
    begin: |signup| CALL.begin(signup),
};

const fn optional(name: &'static str, about: &'static str, example: &'static str) -> Setting {
    Setting {
        name,
        is_required: false,
        about,
        example,
    }
}

fn check(settings: &Settings) -> Result<(), Failure> {
    let is_slug = |slug: &str| {
        slug.bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    if !settings.get("organization").is_some_and(is_slug) {
        return Err(misconfigured(&[
            "The attribute `organization` has to be the organization's slug.",
        ]));
    }
    match address::endpoint(auth_endpoint(settings), settings.page) {
        Some(_) => Ok(()),
        None => Err(misconfigured(&[
            "The attribute `auth-endpoint` has to be an https address.",
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

/// Only a sales channel's token may be on a page: any other one can do more than a shopper may.
fn refuse_token(token: &str) -> Option<Failure> {
    let claims = claims(token);
    let kind = claims.get("application").get("kind").as_str();
    (kind != "sales_channel").then(|| {
        let words = "The attribute `client-id` belongs to no sales channel. Take it off the page.";
        Failure::new(Kind::RejectedCredentials, words)
    })
}

static CALL: OneCall = OneCall {
    create,
    created: |reply| reply.body.get("data").get("id").as_id(),
    sign_in: |signup, _| {
        let kind = Object::new()
            .text("grant_type", "password")
            .text("username", signup.email())
            .text("password", signup.password());
        grant(&signup.settings, kind)
    },
    signed_in: |reply| reply.body.get("owner_id").as_id(),
    explain,
    lost: "The answer to POST /api/customers was lost.",
};

fn create(signup: &Signup, token: &str) -> Request {
    let body = Json::from(Object::new().with("data", customer(signup)));
    let request = Request::post(signup.url("/api/customers"));
    let typed = request
        .header("accept", JSON_API)
        .header("content-type", JSON_API);
    Request {
        body: Some(body.write()),
        ..typed.bearer(token)
    }
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

/// There is no name and no phone: all beyond email and password is metadata.
fn metadata(signup: &Signup) -> Object {
    let mut metadata = Object::from(signup.settings.metadata.clone().unwrap_or(Json::Null));
    for (name, value) in signup.values.filled() {
        if name != EMAIL.name && name != PASSWORD.name {
            metadata = metadata.text(name, value);
        }
    }
    metadata
}

fn group(id: &str) -> Object {
    let group = Object::new().text("type", "customer_groups").text("id", id);
    Object::new().with("data", group)
}

fn explain(reply: &Reply) -> Failure {
    let of = |kind| Failure::from_reply(kind, reply);
    match reply.status {
        401 if is_denied(reply) => {
            of(Kind::Forbidden).explain("The sales channel may not create customers.")
        }
        409 => of(Kind::Taken).at(EMAIL.name),
        400 | 422 => explain_first(reply),
        _ => general(reply),
    }
}

fn explain_first(reply: &Reply) -> Failure {
    let of = |kind| Failure::from_reply(kind, reply);
    let known = errors(reply).find_map(|error| Some((error, field_of(error)?)));
    match known {
        Some((error, field)) if field.name == EMAIL.name && is_taken(error) => {
            of(Kind::Taken).at(field.name)
        }
        Some((_, field)) => Failure::of_field(field, reply),
        None => of(Kind::Invalid),
    }
}

/// The field by the pointer's last segment, else by what stands before ` - ` in the detail.
fn field_of(error: &Json) -> Option<&'static Field> {
    let pointer = error.get("source").get("pointer").as_str();
    let detail = cut(error.get("detail").as_str(), " - ").map(|(name, _)| name);
    let name = match pointer.rsplit('/').next() {
        None | Some("") => detail.unwrap_or_default(),
        Some(segment) => segment,
    };
    [&EMAIL, &PASSWORD]
        .into_iter()
        .find(|field| field.name == name)
}

fn is_taken(error: &Json) -> bool {
    error.get("meta").get("error").as_str() == "taken"
        || ["title", "detail"]
            .iter()
            .any(|name| has(error.get(name).as_str(), "already been taken"))
}

/// A missing permission is 401 too, by another code than a token that is no longer good.
fn is_denied(reply: &Reply) -> bool {
    let is_denied = |error: &Json| {
        error.get("code").as_str() == "UNAUTHORIZED"
            || error.get("title").as_str() == "Access denied"
    };
    reply.status == 401 && errors(reply).any(is_denied)
}

/// `errors` is an array, or the one error itself.
fn errors(reply: &Reply) -> impl Iterator<Item = &Json> {
    let errors = reply.body.get("errors");
    let single = matches!(errors, Json::Object(_)).then_some(errors);
    single.into_iter().chain(errors.items())
}
