//! Elastic Path Commerce Cloud: customers.
//!
//! <https://elasticpath.dev/docs/customer-management/customer-management-api/create-a-customer>.
//! `docs/platforms/elastic-path.md` lists the responses that the vendor does not document.

use crate::registration::field::{EMAIL, NAME, PASSWORD, TERMS};
use crate::registration::flow::{Failure, Kind, Signup};
use crate::registration::http::{Reply, Request};
use crate::registration::json::Object;
use crate::registration::platform::Platform;
use crate::registration::platform::shared::elastic_path::{self, CLIENT_ID, ENDPOINT, TOKEN, send};
use crate::registration::platform::shared::one_call::OneCall;
use crate::registration::secret::Secret;
use crate::registration::settings::{Setting, Settings, description};

/// In characters.
const LONGEST_REFERENCE: usize = 2048;

pub static PLATFORM: Platform = Platform {
    id: "elastic-path",
    title: description("Elastic Path customers"),
    settings: &[
        CLIENT_ID,
        Setting::optional(
            "external-ref",
            "a reference of your own that is kept with the customer, 2048 characters at most.",
            "campaign-7",
        ),
    ],
    endpoint: |_| Some(ENDPOINT.to_owned()),
    check,
    required: &[&NAME, &EMAIL, &PASSWORD],
    extra: &[],
    optional: &[&TERMS],
    token: Some(TOKEN),
    begin: |signup| CALL.begin(signup),
};

fn check(settings: &Settings) -> Result<(), Failure> {
    let reference = settings.get("external-ref").unwrap_or_default();
    match reference.chars().count() > LONGEST_REFERENCE {
        true => Err(Failure::misconfigured(&[
            "The attribute `external-ref` has more than 2048 characters.",
        ])),
        false => Ok(()),
    }
}

static CALL: OneCall = OneCall {
    create,
    created: |reply| reply.body.get("data").get("id").as_id(),
    sign_in,
    signed_in: |reply| reply.body.get("data").get("customer_id").as_id(),
    explain,
    path: PATH,
};

const PATH: &str = "/v2/customers";

fn create(signup: &Signup, token: &Secret) -> Request {
    let data = Object::new()
        .text("type", "customer")
        .text("name", signup.values.get("name"))
        .text("email", signup.email())
        .text("password", signup.password.expose())
        .filled(
            "external_ref",
            signup.settings.get("external-ref").unwrap_or_default(),
        );
    send(signup, PATH, data, token)
}

fn sign_in(signup: &Signup, token: &Secret) -> Request {
    let data = Object::from(signup.credentials()).text("type", "token");
    send(signup, "/v2/customers/tokens", data, token)
}

fn explain(reply: &Reply) -> Failure {
    match reply.status {
        403 => Failure::from_reply(Kind::Forbidden, reply).explain(
            "This store lets no page create customers. Either register account members with \
             platform=\"elastic-path-account\", or set `endpoint` to an endpoint of your own that adds a \
             client_credentials token.",
        ),
        _ => elastic_path::explain(reply),
    }
}
