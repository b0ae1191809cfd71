//! Ecwid by Lightspeed: one call, with a secret token that belongs on a server.
//!
//! <https://docs.ecwid.com/api-reference/rest-api/customers/create-customer>. The page posts to an
//! endpoint of the owner, which adds the token: see `docs/platforms/ecwid.md`.

mod body;
mod errors;

use crate::registration::field::*;
use crate::registration::flow::{Failure, Signup, Step};
use crate::registration::http::{Answer, Request, TransportError};
use crate::registration::platform::Platform;
use crate::registration::secret::Secret;
use crate::registration::settings::{Setting, Settings, description};
use body::body;
use errors::{explain, unconfirmed};
use std::rc::Rc;

pub static PLATFORM: Platform = Platform {
    id: "ecwid",
    title: description("Ecwid"),
    settings: &[
        Setting {
            name: "store-id",
            is_required: true,
            about: "the store's number.",
            example: "1003",
        },
        Setting::optional(
            "token",
            "a secret token, for a page on your own machine only. On a public page, `endpoint` adds it.",
            "secret_…",
        ),
        Setting::optional(
            "allow-exposed-token",
            "takes the token on any page: for kiosks and intranets that you control.",
            "true",
        ),
        Setting::optional(
            "customer-group",
            "the number of the group that new customers join.",
            "12345",
        ),
        Setting::optional(
            "legacy-sign-in",
            "for stores whose customers have passwords: asks for one.",
            "true",
        ),
    ],
    endpoint: |settings| {
        let token = settings.get("token");
        token.map(|_| "https://app.ecwid.com".to_owned())
    },
    check,
    required: &[&NAME, &EMAIL],
    extra: &[("legacy-sign-in", &PASSWORD)],
    optional: &[
        &COMPANY_NAME,
        &TAX_ID,
        &PHONE,
        &STREET,
        &STREET_2,
        &POSTAL_CODE,
        &CITY,
        &STATE,
        &COUNTRY_CODE,
        &SHIP_TO_BILLING,
        &SHIPPING_STREET,
        &SHIPPING_STREET_2,
        &SHIPPING_POSTAL_CODE,
        &SHIPPING_CITY,
        &SHIPPING_STATE,
        &SHIPPING_COUNTRY_CODE,
        &CONTACT_EMAIL,
        &CONTACT_PHONE,
        &CONTACT_FACEBOOK,
        &CONTACT_INSTAGRAM,
        &CONTACT_TWITTER,
        &CONTACT_YOUTUBE,
        &CONTACT_TIKTOK,
        &CONTACT_PINTEREST,
        &CONTACT_VK,
        &CONTACT_FB_MESSENGER,
        &CONTACT_WHATSAPP,
        &CONTACT_TELEGRAM,
        &CONTACT_VIBER,
        &CONTACT_URL,
        &CONTACT_OTHER,
        &ACCEPT_MARKETING,
        &TERMS,
    ],
    token: None,
    begin: |signup| create(signup, Language::Sent),
};

/// Whether the request contains the shopper's language. A store refuses languages that it does not have.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Sent,
    LeftOut,
}

fn check(settings: &Settings) -> Result<(), Failure> {
    for name in ["store-id", "customer-group"] {
        if !settings.get(name).is_none_or(is_number) {
            return Err(Failure::misconfigured(&[
                "The attribute `",
                name,
                "` has to be a number.",
            ]));
        }
    }
    let is_guarded = settings.context.is_loopback || settings.has("allow-exposed-token");
    match settings.get("token") {
        Some(token) if !token.bytes().all(|byte| byte.is_ascii_graphic()) => {
            Err(Failure::misconfigured(&[
                "The attribute `token` is not a complete token. Copy all of it.",
            ]))
        }
        Some(_) if !is_guarded => Err(Failure::misconfigured(&[
            "The attribute `token` holds a secret that everyone who opens this page can read. Revoke it at Ecwid, \
             and set `endpoint` to an endpoint of your own that adds the token: see docs/platforms/ecwid.md.",
        ])),
        None if settings.get("endpoint").is_none() => Err(Failure::misconfigured(&[
            "Set the attribute `endpoint` to an endpoint of your own that adds the secret token: see \
             docs/platforms/ecwid.md.",
        ])),
        _ => Ok(()),
    }
}

/// Whether a text is a JSON number without a sign, a fraction and an exponent.
fn is_number(text: &str) -> bool {
    let is_short = text.len() == 1 || !text.starts_with('0');
    is_short && text.len() <= 15 && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn create(signup: Rc<Signup>, language: Language) -> Step {
    let store = signup.settings.get("store-id").unwrap_or_default();
    let url = signup.url(&["/api/v3/", store, "/customers"].concat());
    let request = Request::post_json(url, &body(&signup, language == Language::Sent));
    let request = match signup.settings.get("token") {
        Some(token) => request.bearer(&Secret::new(token)),
        None => request,
    };
    Step::send(request, move |answer| answered(signup, language, answer))
}

fn answered(signup: Rc<Signup>, language: Language, answer: Answer) -> Step {
    let reply = match answer {
        Ok(reply) => reply,
        Err(TransportError::Offline) => return Step::Fail(unconfirmed(&signup).offline()),
        Err(_) => return Step::Fail(unconfirmed(&signup)),
    };
    let id = reply.body.get("id").as_id();
    let code = reply.body.get("errorCode").as_str();
    match reply.status {
        200..300 if !id.is_empty() => Step::Done(signup.account(id)),
        // No id, or an endpoint that has lost Ecwid's answer: the customer may be there.
        200..300 | 502 if reply.is_ok() || code == "UNCONFIRMED" => Step::Fail(Failure {
            status: Some(reply.status),
            ..unconfirmed(&signup)
        }),
        400 if code == "LANGUAGES_NOT_ALLOWED" && language == Language::Sent => {
            create(signup, Language::LeftOut)
        }
        _ => {
            let token = signup.settings.get("token").unwrap_or_default();
            Step::Fail(explain(&signup, &reply, code).redact(token))
        }
    }
}
