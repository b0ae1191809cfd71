//! Ecwid by Lightspeed: one call, with a secret token that belongs on a server.
//!
//! <https://docs.ecwid.com/api-reference/rest-api/customers/create-customer>. A page posts to an
//! endpoint of the owner's that adds the token: `docs/platforms/ecwid.md` says what it has to do.

use super::ecwid_body::body;
use super::{Platform, Signup};
use crate::registration::exchange::{Answer, Lost, Reply, Request, Step};
use crate::registration::failure::{Failure, Kind, general};
use crate::registration::field::*;
use crate::registration::settings::{Setting, Settings, misconfigured};
use std::rc::Rc;

pub static PLATFORM: Platform = Platform {
    id: "ecwid",
    title: "Ecwid",
    settings: &[
        Setting {
            name: "store-id",
            is_required: true,
            about: "the store's number.",
            example: "1003",
            is_secret: false,
        },
        Setting {
            name: "token",
            is_required: false,
            about: "a secret token, for a page on your own machine only. On a public page, `endpoint` adds it.",
            example: "secret_…",
            is_secret: true,
        },
        Setting {
            name: "allow-exposed-token",
            is_required: false,
            about: "takes the token on any page: for kiosks and intranets that you control.",
            example: "true",
            is_secret: false,
        },
        Setting {
            name: "customer-group",
            is_required: false,
            about: "the number of the group that new customers join.",
            example: "12345",
            is_secret: false,
        },
        Setting {
            name: "legacy-sign-in",
            is_required: false,
            about: "for stores whose customers have passwords: asks for one.",
            example: "true",
            is_secret: false,
        },
    ],
    endpoint: |settings| {
        settings
            .get("token")
            .map(|_| "https://app.ecwid.com".to_owned())
    },
    check,
    required: &[&NAME, &EMAIL],
    extra: |settings| match settings.has("legacy-sign-in") {
        true => &WITH_PASSWORD,
        false => &[],
    },
    optional: &[
        &COMPANY_NAME,
        &TAX_ID,
        &PHONE,
        &STREET,
        &STREET_2,
        &CITY,
        &POSTAL_CODE,
        &STATE,
        &COUNTRY_CODE,
        &SHIP_TO_BILLING,
        &SHIPPING_STREET,
        &SHIPPING_CITY,
        &SHIPPING_POSTAL_CODE,
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

static WITH_PASSWORD: [&Field; 1] = [&PASSWORD];

/// Whether the shopper's language goes along: a store refuses those that it has not switched on.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Language {
    Sent,
    LeftOut,
}

fn check(settings: &Settings) -> Result<(), Failure> {
    for name in ["store-id", "customer-group"] {
        let number = settings.get(name).unwrap_or_default();
        if !number.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(misconfigured(&[
                "The attribute `",
                name,
                "` has to be a number.",
            ]));
        }
    }
    let is_guarded = settings.page.is_loopback || settings.has("allow-exposed-token");
    match settings.get("token") {
        Some(_) if !is_guarded => Err(misconfigured(&[
            "The attribute `token` holds a secret that everyone who opens this page can read. Take it back at Ecwid, \
             and set `endpoint` to an endpoint of your own that adds the token: see docs/platforms/ecwid.md.",
        ])),
        None if settings.get("endpoint").is_none() => Err(misconfigured(&[
            "Set the attribute `endpoint` to an endpoint of your own that adds the secret token: see \
             docs/platforms/ecwid.md.",
        ])),
        _ => Ok(()),
    }
}

fn create(signup: Rc<Signup>, language: Language) -> Step {
    let store = signup.settings.get("store-id").unwrap_or_default();
    let url = signup.url(&["/api/v3/", store, "/customers"].concat());
    let request = Request::post_json(url, &body(&signup, language == Language::Sent));
    let request = match signup.settings.get("token") {
        Some(token) => request.bearer(token),
        None => request,
    };
    Step::send(request, move |answer| answered(signup, language, answer))
}

fn answered(signup: Rc<Signup>, language: Language, answer: Answer) -> Step {
    let reply = match answer {
        Ok(reply) => reply,
        Err(Lost::Offline) => return Step::Fail(Lost::Offline.into()),
        Err(_) => return Step::Fail(unconfirmed()),
    };
    let id = reply.body.get("id").as_id();
    let code = reply.body.get("errorCode").as_str();
    match reply.status {
        200..300 if !id.is_empty() => Step::Done(signup.account(id)),
        // An endpoint of the owner's may have nothing to say.
        201 | 204 if reply.excerpt.is_empty() => Step::Done(signup.account("")),
        200..300 => Step::Fail(unconfirmed()),
        400 if code == "LANGUAGES_NOT_ALLOWED" && language == Language::Sent => {
            create(signup, Language::LeftOut)
        }
        // Without passwords an account belongs to whoever reads the mail, and so to this shopper.
        409 if signup.is_resumed && signup.values.get(PASSWORD.name).is_empty() => {
            Step::Done(signup.account(""))
        }
        _ => Step::Fail(explain(&reply, code)),
    }
}

/// <https://docs.ecwid.com/api-reference/rest-api/error-codes>.
fn explain(reply: &Reply, code: &str) -> Failure {
    let of = |kind| Failure::from_reply(kind, reply);
    match (reply.status, code) {
        (409, _) => of(Kind::Taken).at(EMAIL.name),
        (400, _) => refused(reply),
        (402, _) => of(Kind::Configuration)
            .explain("The store's plan has no API, or the store is suspended."),
        (403, "INSUFFICIENT_APP_SCOPE") => {
            of(Kind::Forbidden).explain("The token lacks the scope `create_customers`.")
        }
        (401 | 403, _) => of(Kind::RejectedCredentials).explain("Ecwid refuses the token."),
        (404, _) => {
            of(Kind::Configuration).explain("There is no store with the number in `store-id`.")
        }
        (408 | 500.., _) => Failure {
            status: Some(reply.status),
            ..unconfirmed()
        },
        _ => general(reply),
    }
}

/// Ecwid's names of the fields, as its messages have them.
fn refused(reply: &Reply) -> Failure {
    let message = reply.body.get("errorMessage").as_str().to_ascii_lowercase();
    let named: [(&str, &Field); 8] = [
        ("email", &EMAIL),
        ("password", &PASSWORD),
        ("phone", &PHONE),
        ("taxid", &TAX_ID),
        ("countrycode", &COUNTRY_CODE),
        ("stateorprovincecode", &STATE),
        ("postalcode", &POSTAL_CODE),
        ("companyname", &COMPANY_NAME),
    ];
    match named.into_iter().find(|(word, _)| message.contains(word)) {
        Some((_, field)) => Failure::of_field(field, reply),
        None => Failure::from_reply(Kind::Invalid, reply),
    }
}

fn unconfirmed() -> Failure {
    Failure::new(
        Kind::Unconfirmed,
        "The answer to POST /customers was lost, and Ecwid has no way to ask for it.",
    )
}
