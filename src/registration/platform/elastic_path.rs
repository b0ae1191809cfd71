//! Elastic Path Commerce Cloud: customers.
//!
//! <https://elasticpath.dev/docs/api/customers/create-a-customer>. Answers that nobody has published are
//! taken either way: see `docs/platforms/elastic-path.md`.

use super::elastic_path_errors::{explain, token_request};
use super::{Platform, Signup};
use crate::registration::exchange::{Answer, Lost, Request, Step, Wanted};
use crate::registration::failure::{Failure, Kind, general};
use crate::registration::field::{EMAIL, NAME, PASSWORD};
use crate::registration::json::Object;
use crate::registration::settings::{Setting, Settings, misconfigured};
use crate::registration::token::TokenSource;
use std::rc::Rc;

/// In characters.
const LONGEST_REFERENCE: usize = 2048;

pub static PLATFORM: Platform = Platform {
    id: "elastic-path",
    title: "Elastic Path customers",
    settings: &[
        super::elastic_path_errors::CLIENT_ID,
        Setting {
            name: "external-ref",
            is_required: false,
            about: "a reference of your own that is kept with the customer, 2048 characters at most.",
            example: "campaign-7",
        },
    ],
    endpoint: |_| Some("https://useast.api.elasticpath.com".to_owned()),
    check,
    required: &[&NAME, &EMAIL, &PASSWORD],
    optional: &[],
    token: Some(TokenSource {
        request: token_request,
        refuse: |_| None,
    }),
    begin,
};

fn check(settings: &Settings) -> Result<(), Failure> {
    let reference = settings.get("external-ref").unwrap_or_default();
    match reference.chars().count() > LONGEST_REFERENCE {
        true => Err(misconfigured(&[
            "The attribute `external-ref` has more than 2048 characters.",
        ])),
        false => Ok(()),
    }
}

fn begin(signup: Rc<Signup>) -> Step {
    Step::with_token(Wanted::Remembered, |token| {
        create(signup, token, Wanted::Remembered)
    })
}

fn create(signup: Rc<Signup>, token: String, wanted: Wanted) -> Step {
    let data = Object::new()
        .text("type", "customer")
        .text("name", signup.values.get("name"))
        .text("email", signup.email())
        .text("password", signup.password())
        .filled(
            "external_ref",
            signup.settings.get("external-ref").unwrap_or_default(),
        );
    let body = Object::new().with("data", data).into();
    let request = Request::post_json(signup.url("/v2/customers"), &body).bearer(&token);
    Step::send(request, move |answer| {
        answered(signup, token, wanted, answer)
    })
}

fn answered(signup: Rc<Signup>, token: String, wanted: Wanted, answer: Answer) -> Step {
    let reply = match answer {
        Ok(reply) => reply,
        Err(Lost::Offline) => return Step::Fail(Lost::Offline.into()),
        Err(_) => return confirm(signup, &token, unconfirmed()),
    };
    let id = reply.body.get("data").get("id").as_id();
    match reply.status {
        200..300 if !id.is_empty() => Step::Done(signup.account(id)),
        200..300 | 500.. => confirm(signup, &token, general(&reply)),
        401 if wanted == Wanted::Remembered => {
            Step::with_token(Wanted::New, |token| create(signup, token, Wanted::New))
        }
        403 => Step::Fail(Failure::from_reply(Kind::Forbidden, &reply).explain(
            "This store lets no page create customers. Either register account members with \
             platform=\"elastic-path-account\", or set `endpoint` to an endpoint of your own that adds a \
             client_credentials token.",
        )),
        _ => match explain(&reply) {
            taken if taken.kind == Kind::Taken && signup.is_resumed => confirm(signup, &token, taken),
            failure => Step::Fail(failure),
        },
    }
}

/// Asks whether the account is there by signing in to it.
fn confirm(signup: Rc<Signup>, token: &str, otherwise: Failure) -> Step {
    let data = Object::from(signup.credentials()).text("type", "token");
    let body = Object::new().with("data", data).into();
    let request = Request::post_json(signup.url("/v2/customers/tokens"), &body);
    Step::send(
        request.bearer(token).repeatable(),
        move |answer| match answer {
            Ok(reply) => match reply.body.get("data").get("customer_id").as_id() {
                id if reply.is_ok() && !id.is_empty() => Step::Done(signup.account(id)),
                _ if matches!(reply.status, 401 | 404 | 422) => Step::Fail(otherwise),
                _ => Step::Fail(unconfirmed()),
            },
            Err(_) => Step::Fail(unconfirmed()),
        },
    )
}

fn unconfirmed() -> Failure {
    Failure::new(
        Kind::Unconfirmed,
        "The answer to POST /v2/customers was lost.",
    )
}
