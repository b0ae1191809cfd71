//! Ecwid by Lightspeed: one call, with the owner's secret token.
//!
//! <https://docs.ecwid.com/api-reference/rest-api/customers/create-customer>. `docs/platforms/ecwid.md`, "Your own
//! endpoint", says what this file has to do.

use super::{Platform, fine, hand_back, wrong};
use crate::core::allow::{Kind, Member, copy, text};
use crate::core::answer::Outcome;
use crate::core::call::{Call, Reply, TransportError};
use crate::core::media::JSON;
use crate::core::route::Route;
use crate::core::secret::Secret;
use crate::core::settings::{Need, Setting, Settings, is};
use crate::core::step::Step;
use serde_json::{Map, Value, json};
use std::sync::Arc;

pub static PLATFORM: Platform = Platform {
    id: "ecwid",
    title: "Ecwid",
    settings: &[STORE, TOKEN, GROUP, URL],
    routes: &[Route {
        name: "ecwid-create",
        path: |settings| path(settings.value(&STORE)),
        media: JSON,
        headers: "content-type",
        is_limited: true,
        begin: create,
    }],
    token: None,
    calls_in_a_minute: Some(600),
    error: |_, code, message| json!({ "errorMessage": message, "errorCode": code }).to_string(),
    check,
};

const STORE: Setting = Setting {
    name: "ecwid_store",
    about: "The store's number.",
    default: "",
    wants: "the number of your store, for example `1003`",
    check: is::number,
    need: Need::Required,
};

const TOKEN: Setting = Setting {
    name: "ecwid_token",
    about: "The secret token, with the scope `create_customers` and no other.",
    default: "",
    wants: "a whole token that begins with `secret_`",
    check: |value| value.starts_with("secret_") && is::token(value),
    need: Need::Secret,
};

const GROUP: Setting = Setting {
    name: "ecwid_customer_group",
    about: "The number of the group that new customers join.",
    default: "",
    wants: "the number of a customer group, for example `12345`",
    check: is::number,
    need: Need::Optional,
};

const URL: Setting = Setting {
    name: "ecwid_url",
    about: "The address of Ecwid's API. Set it for tests only.",
    default: "https://app.ecwid.com",
    wants: "an address that begins with `https://` and has no slash at its end",
    check: is::endpoint,
    need: Need::Optional,
};

/// What a page may send. Groups, tax exemption and notes are the store's.
const CUSTOMER: &[Member] = &[
    text("email"),
    Member {
        name: "billingPerson",
        kind: Kind::Object(BILLING),
    },
    text("password"),
    text("taxId"),
    Member {
        name: "shippingAddresses",
        kind: Kind::List(SHIPPING),
    },
    Member {
        name: "contacts",
        kind: Kind::List(CONTACT),
    },
    text("b2b_b2c"),
    Member {
        name: "acceptMarketing",
        kind: Kind::Bool,
    },
    text("lang"),
];

const BILLING: &[Member] = &[
    text("name"),
    text("companyName"),
    text("phone"),
    text("street"),
    text("city"),
    text("postalCode"),
    text("countryCode"),
    text("stateOrProvinceCode"),
];

const SHIPPING: &[Member] = &[
    text("name"),
    text("street"),
    text("city"),
    text("postalCode"),
    text("countryCode"),
    text("stateOrProvinceCode"),
];

const CONTACT: &[Member] = &[
    text("contact"),
    text("handle"),
    text("type"),
    Member {
        name: "default",
        kind: Kind::Bool,
    },
    Member {
        name: "orderBy",
        kind: Kind::Number,
    },
];

fn path(store: &str) -> String {
    ["/api/v3/", store, "/customers"].concat()
}

fn token(settings: &Settings) -> Secret {
    Secret::new(settings.value(&TOKEN))
}

fn url(settings: &Settings) -> String {
    [settings.value(&URL), &path(settings.value(&STORE))].concat()
}

fn create(settings: Arc<Settings>, body: &[u8]) -> Step {
    let mut customer = match customer(body) {
        Ok(customer) => customer,
        Err(member) => {
            return Step::Answer(PLATFORM.refuse(
                400,
                "WRONG_PARAMETER",
                &member,
                Outcome::Invalid,
            ));
        }
    };
    if let Ok(group) = settings.value(&GROUP).parse::<u64>() {
        customer.insert("customerGroupId".to_owned(), group.into());
    }
    let body = Value::Object(customer).to_string();
    let call = Call::post(url(&settings), JSON, body).bearer(&token(&settings));
    // An answer that is lost stays lost: a second call could meet the customer of the first.
    Step::send(call, move |reply| {
        Step::Answer(hand_back(&PLATFORM, reply, &[&token(&settings)]))
    })
}

/// The customer that a page may create, or the member that is wrong.
fn customer(body: &[u8]) -> Result<Map<String, Value>, String> {
    let body: Value = serde_json::from_slice(body).map_err(|_| "email")?;
    let is_email = body
        .get("email")
        .and_then(Value::as_str)
        .is_some_and(|email| email.contains('@'));
    match is_email {
        true => copy(&body, CUSTOMER),
        false => Err("email".to_owned()),
    }
}

/// Reads customers to learn whether the token is one, and then posts half a body to learn its scope.
fn check(settings: Arc<Settings>) -> Step {
    let call = Call::get([&url(&settings), "?limit=1"].concat()).bearer(&token(&settings));
    Step::send(call, move |reply| match refusal(&reply) {
        Some(sentence) if !is_scope(&reply) => wrong(sentence),
        _ => check_scope(settings),
    })
}

fn check_scope(settings: Arc<Settings>) -> Step {
    let call = Call::post(url(&settings), JSON, "{\"email\":").bearer(&token(&settings));
    Step::send(call, |reply| match refusal(&reply) {
        Some(sentence) => wrong(sentence),
        None => fine("Ecwid takes the token, and it may create customers."),
    })
}

/// The error codes: <https://docs.ecwid.com/api-reference/rest-api/error-codes>.
fn refusal(reply: &Result<Reply, TransportError>) -> Option<String> {
    let reply = match reply {
        Ok(reply) => reply,
        Err(lost) => return Some(format!("Ecwid gave no answer: {lost:?}.")),
    };
    let sentence = match reply.status {
        402 => "The store's plan has no API, or the store is suspended.",
        403 if code(reply) == "INSUFFICIENT_APP_SCOPE" => {
            "The token in `ecwid_token` lacks the scope `create_customers`."
        }
        401 | 403 => "Ecwid refuses the token in `ecwid_token`.",
        404 => "Ecwid knows no store with the number in `ecwid_store`.",
        // What the call itself is refused for, once the token is taken.
        200 | 400 | 405 => return None,
        status => return Some(format!("Ecwid answered with the status {status}.")),
    };
    Some(sentence.to_owned())
}

fn is_scope(reply: &Result<Reply, TransportError>) -> bool {
    let code = reply.as_ref().map(code);
    code.is_ok_and(|code| code == "INSUFFICIENT_APP_SCOPE")
}

fn code(reply: &Reply) -> String {
    let body: Value = serde_json::from_slice(&reply.body).unwrap_or_default();
    let code = body.get("errorCode").and_then(Value::as_str);
    code.unwrap_or_default().to_owned()
}
