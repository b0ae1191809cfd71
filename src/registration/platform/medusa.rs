//! Medusa v2: an identity is registered, then a customer is created for it.
//!
//! <https://docs.medusajs.com/resources/storefront-development/customers/register>. What servers
//! do beyond that was observed on 2.21.2: see `docs/platforms/medusa.md`.

use super::medusa_errors::{explain, is_duplicate};
use super::{Platform, Signup};
use crate::registration::encoding::claims;
use crate::registration::exchange::{Account, Answer, Lost, Reply, Request, Step};
use crate::registration::failure::{Failure, general};
use crate::registration::field::*;
use crate::registration::json::{Json, Object};
use crate::registration::settings::{Setting, Settings, misconfigured};
use crate::registration::text::has;
use std::rc::Rc;

pub static PLATFORM: Platform = Platform {
    id: "medusa",
    title: "Medusa",
    settings: &[
        Setting {
            name: "publishable-key",
            is_required: true,
            about: "the publishable API key of the sales channel, which begins with pk_.",
            example: "pk_4f0c2d7a1e9b",
        },
        Setting::optional(
            "session",
            "`cookie` signs the shopper in by Medusa's session cookie.",
            "cookie",
        ),
    ],
    endpoint: |_| None,
    check,
    required: &[&FIRST_NAME, &LAST_NAME, &EMAIL, &PASSWORD],
    extra: &[],
    optional: &[&PHONE, &COMPANY_NAME, &ACCEPT_MARKETING, &TERMS],
    token: None,
    begin,
};

/// The key travels in a header, and a header holds no other characters.
fn check(settings: &Settings) -> Result<(), Failure> {
    let key = settings.get("publishable-key").unwrap_or_default();
    match key.bytes().all(|byte| byte.is_ascii_graphic()) {
        true => Ok(()),
        false => Err(misconfigured(&[
            "The attribute `publishable-key` is no key: it has to be copied whole.",
        ])),
    }
}

fn begin(signup: Rc<Signup>) -> Step {
    let request = credentials(&signup, "/auth/customer/emailpass/register");
    Step::send(request, |answer| registered(signup, answer))
}

fn registered(signup: Rc<Signup>, answer: Answer) -> Step {
    let reply = match answer {
        Ok(reply) => reply,
        Err(lost) => return Step::Fail(auth_lost(lost)),
    };
    match token(&reply) {
        Some(token) => create(signup, token),
        None if asks_for_more(&reply) => done(&signup, "", true),
        None if identity_exists(&reply) => sign_in(signup),
        None => Step::Fail(explain(&reply)),
    }
}

/// An identity may be left from a registration that broke before the customer was created. The
/// same password finishes it; with another one the email is taken.
fn sign_in(signup: Rc<Signup>) -> Step {
    let request = credentials(&signup, "/auth/customer/emailpass");
    Step::send(request, |answer| signed_in(signup, answer))
}

fn signed_in(signup: Rc<Signup>, answer: Answer) -> Step {
    let reply = match answer {
        Ok(reply) => reply,
        Err(lost) => return Step::Fail(auth_lost(lost)),
    };
    if asks_for_more(&reply) {
        // The password is right, and the token that comes along hides whether there is a customer.
        return match signup.is_resumed {
            true => done(&signup, "", true),
            false => Step::Fail(Failure::taken(&reply)),
        };
    }
    let token = token(&reply);
    let customer = token.as_deref().map(customer).unwrap_or_default();
    match token {
        Some(token) if customer.is_empty() => create(signup, token),
        Some(token) if signup.is_resumed => created(signup, customer, token),
        Some(_) => Step::Fail(Failure::taken(&reply)),
        None if is_wrong_password(&reply) => Step::Fail(Failure::taken(&reply)),
        None => Step::Fail(explain(&reply)),
    }
}

fn create(signup: Rc<Signup>, token: String) -> Step {
    let mut body = Object::new();
    for (name, value) in signup.values.filled() {
        if name != PASSWORD.name && name != ACCEPT_MARKETING.name {
            body = body.text(name, value);
        }
    }
    if let Some(metadata) = metadata(&signup) {
        body.push("metadata", metadata);
    }
    let key = signup.settings.get("publishable-key").unwrap_or_default();
    let request = Request::post_json(signup.url("/store/customers"), &body.into())
        .header("x-publishable-api-key", key)
        .bearer(&token);
    Step::send(request, |answer| answered(signup, token, answer))
}

/// The owner's object, and that the shopper wants news, which Medusa has no other place for.
fn metadata(signup: &Signup) -> Option<Json> {
    let owned = signup.settings.metadata.clone();
    if signup.values.get(ACCEPT_MARKETING.name).is_empty() {
        return owned;
    }
    let mut metadata = Object::from(owned.unwrap_or(Json::Null));
    metadata.set(ACCEPT_MARKETING.name, Json::Bool(true));
    Some(metadata.into())
}

fn answered(signup: Rc<Signup>, token: String, answer: Answer) -> Step {
    let reply = match answer {
        Ok(reply) => reply,
        Err(Lost::Offline) => return Step::Fail(Lost::Offline.into()),
        Err(_) => return confirm(signup, token, unconfirmed()),
    };
    let id = reply.body.get("customer").get("id").as_id();
    if reply.is_ok() && !id.is_empty() {
        return created(signup, id.to_owned(), token);
    }
    if is_duplicate(&reply) {
        return confirm(signup, token, Failure::taken(&reply));
    }
    if reply.is_ok() || reply.status >= 500 {
        return confirm(signup, token, general(&reply));
    }
    Step::Fail(explain(&reply))
}

/// Asks whether the identity has its customer by now. Browsers repeat a request whose connection
/// was cut, so even a refusal as a duplicate can speak of the account that was just made.
fn confirm(signup: Rc<Signup>, token: String, otherwise: Failure) -> Step {
    let request = refresh(&signup, &token);
    Step::send(request, |answer| {
        let token = answer.ok().as_ref().and_then(self::token);
        let customer = token.as_deref().map(customer);
        match (token, customer) {
            (Some(token), Some(id)) if !id.is_empty() => created(signup, id, token),
            (Some(_), _) => Step::Fail(otherwise),
            _ => Step::Fail(unconfirmed()),
        }
    })
}

fn created(signup: Rc<Signup>, id: String, token: String) -> Step {
    if !signup.wants_session() {
        return done(&signup, &id, false);
    }
    // The token of the first step never carries the customer; a refreshed one does.
    Step::send(refresh(&signup, &token), |answer| {
        let reply = answer.ok();
        if reply.as_ref().is_some_and(asks_for_more) {
            return done(&signup, &id, true);
        }
        match reply.as_ref().and_then(self::token) {
            Some(token) => open_session(signup, id, &token),
            None => done_without_session(&signup, &id),
        }
    })
}

fn open_session(signup: Rc<Signup>, id: String, token: &str) -> Step {
    let request = Request::post(signup.url("/auth/session"));
    let request = request.bearer(token).with_cookies(true);
    Step::send(request, move |answer| match answer {
        Ok(reply) if reply.is_ok() => done(&signup, &id, false),
        _ => done_without_session(&signup, &id),
    })
}

fn done_without_session(signup: &Signup, id: &str) -> Step {
    let remark =
        "The account is there, but Medusa opened no session. Is this page's origin in AUTH_CORS?";
    Step::Done(Account {
        remark: Some(remark),
        ..signup.account(id)
    })
}

fn done(signup: &Signup, id: &str, check_mail: bool) -> Step {
    Step::Done(Account {
        check_mail,
        ..signup.account(id)
    })
}

fn credentials(signup: &Signup, path: &str) -> Request {
    let body = signup.credentials();
    Request::post_json(signup.url(path), &body)
}

fn refresh(signup: &Signup, token: &str) -> Request {
    let request = Request::post(signup.url("/auth/token/refresh"));
    request.bearer(token).repeatable()
}

fn token(reply: &Reply) -> Option<String> {
    let token = reply.body.get("token").as_str();
    (reply.is_ok() && !token.is_empty()).then(|| token.to_owned())
}

/// The id of the customer that a token carries, empty before there is one.
fn customer(token: &str) -> String {
    claims(token).get("actor_id").as_str().to_owned()
}

/// Newer servers may want a verified email, a second factor, or a visit elsewhere before a token.
fn asks_for_more(reply: &Reply) -> bool {
    let is_asked = |name| reply.body.get(name).is_true();
    let is_sent_elsewhere = !reply.body.get("location").as_str().is_empty();
    reply.is_ok()
        && (is_asked("verification_required") || is_asked("mfa_required") || is_sent_elsewhere)
}

fn identity_exists(reply: &Reply) -> bool {
    reply.status == 401 && has(reply.body.get("message").as_str(), "already exists")
}

fn is_wrong_password(reply: &Reply) -> bool {
    reply.status == 401 && reply.body.get("type").as_str() == "unauthorized"
}

fn unconfirmed() -> Failure {
    Failure::unconfirmed("/store/customers", "STORE_CORS")
}

fn auth_lost(lost: Lost) -> Failure {
    Failure::from(lost).explain("Medusa's /auth routes follow AUTH_CORS, not STORE_CORS.")
}
