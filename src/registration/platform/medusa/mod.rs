//! Medusa v2: the platform registers an identity, then it creates a customer for it.
//!
//! <https://docs.medusajs.com/resources/storefront-development/customers/register>. What servers
//! do beyond that was observed on 2.21.2: see `docs/platforms/medusa.md`.

mod auth;
mod session;

use crate::registration::field::*;
use crate::registration::flow::{Failure, Signup, Step};
use crate::registration::http::{Answer, Request, TransportError};
use crate::registration::json::{Json, Object};
use crate::registration::platform::Platform;
use crate::registration::platform::shared::medusa::{explain, is_duplicate};
use crate::registration::secret::Secret;
use crate::registration::settings::{Setting, Settings, description};
use session::{created, done};
use std::rc::Rc;

pub static PLATFORM: Platform = Platform {
    id: "medusa",
    title: description("Medusa"),
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
    required: &[&FIRST_NAME, &LAST_NAME, &MEDUSA_EMAIL, &PASSWORD],
    extra: &[],
    optional: &[&PHONE, &COMPANY_NAME, &ACCEPT_MARKETING, &TERMS],
    token: None,
    begin,
};

/// The key goes into a header, which can't contain other characters.
fn check(settings: &Settings) -> Result<(), Failure> {
    let key = settings.get("publishable-key").unwrap_or_default();
    match key.bytes().all(|byte| byte.is_ascii_graphic()) {
        true => Ok(()),
        false => Err(Failure::misconfigured(&[
            "The attribute `publishable-key` is not a complete key. Copy all of it.",
        ])),
    }
}

fn begin(signup: Rc<Signup>) -> Step {
    let request = auth::credentials(&signup, "/auth/customer/emailpass/register");
    Step::send(request, |answer| registered(signup, answer))
}

fn registered(signup: Rc<Signup>, answer: Answer) -> Step {
    let reply = match answer {
        Ok(reply) => reply,
        Err(error) => return Step::Fail(auth::no_answer(error)),
    };
    match auth::token(&reply) {
        Some(token) => create(signup, token),
        None if auth::asks_for_more(&reply) => done(&signup, "", true),
        None if auth::identity_exists(&reply) => sign_in(signup),
        None => Step::Fail(explain(&reply)),
    }
}

/// An identity may remain from a registration that stopped before it created the customer. The same
/// password completes it. With another password, the email is taken.
fn sign_in(signup: Rc<Signup>) -> Step {
    let request = auth::credentials(&signup, "/auth/customer/emailpass");
    Step::send(request, |answer| signed_in(signup, answer))
}

fn signed_in(signup: Rc<Signup>, answer: Answer) -> Step {
    let reply = match answer {
        Ok(reply) => reply,
        Err(error) => return Step::Fail(auth::no_answer(error)),
    };
    if auth::asks_for_more(&reply) {
        // The password is right, but this token does not say whether there is a customer.
        return match signup.is_resumed {
            true => done(&signup, "", true),
            false => Step::Fail(Failure::taken(&reply)),
        };
    }
    let token = auth::token(&reply);
    let customer = token.as_ref().map(auth::customer).unwrap_or_default();
    match token {
        Some(token) if customer.is_empty() => create(signup, token),
        Some(token) if signup.is_resumed => created(signup, customer, token),
        Some(_) => Step::Fail(Failure::taken(&reply)),
        // If the store deletes a customer, the identity remains. Then the shopper needs a new password.
        None if auth::is_wrong_password(&reply) => Step::Fail(Failure::taken(&reply)),
        None => Step::Fail(explain(&reply)),
    }
}

fn create(signup: Rc<Signup>, token: Secret) -> Step {
    let mut body = Object::new();
    for (name, value) in signup.values.filled() {
        if name != ACCEPT_MARKETING.name {
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

/// The owner's object and the consent to marketing. Medusa has no other place for the consent.
fn metadata(signup: &Signup) -> Option<Json> {
    let owned = signup.metadata.clone();
    if signup.values.get(ACCEPT_MARKETING.name).is_empty() {
        return owned;
    }
    let mut metadata = Object::from(owned.unwrap_or(Json::Null));
    metadata.set(ACCEPT_MARKETING.name, Json::Bool(true));
    Some(metadata.into())
}

fn answered(signup: Rc<Signup>, token: Secret, answer: Answer) -> Step {
    let reply = match answer {
        Ok(reply) => reply,
        Err(TransportError::Offline) => return Step::Fail(unconfirmed().offline()),
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
        return confirm(signup, token, Failure::from_status(&reply));
    }
    Step::Fail(explain(&reply))
}

/// Asks whether the identity has a customer now. Browsers send a request again if its connection was
/// cut, so even a duplicate may be the account that this registration created.
fn confirm(signup: Rc<Signup>, token: Secret, otherwise: Failure) -> Step {
    let request = auth::refresh(&signup, &token);
    Step::send(request, |answer| {
        let token = answer.ok().as_ref().and_then(auth::token);
        let customer = token.as_ref().map(auth::customer);
        match (token, customer) {
            (Some(token), Some(id)) if !id.is_empty() => created(signup, id, token),
            (Some(_), _) => Step::Fail(otherwise),
            _ => Step::Fail(unconfirmed()),
        }
    })
}

fn unconfirmed() -> Failure {
    Failure::unconfirmed("/store/customers", "STORE_CORS")
}
