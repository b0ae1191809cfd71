//! Medusa v1: one call creates the customer and opens a session.
//!
//! `POST /store/customers` of the v1 store API, observed on 1.20.11: see `docs/platforms/medusa-v1.md`.

use crate::registration::encoding::path_segment;
use crate::registration::field::{EMAIL, FIRST_NAME, LAST_NAME, PASSWORD, PHONE, TERMS};
use crate::registration::flow::{Failure, Signup, Step};
use crate::registration::http::{Answer, Reply, Request, TransportError};
use crate::registration::json::{Json, Object};
use crate::registration::platform::Platform;
use crate::registration::platform::shared::medusa::{explain, is_duplicate};
use crate::registration::secret::Secret;
use crate::registration::settings::{Setting, description};
use std::rc::Rc;

pub static PLATFORM: Platform = Platform {
    id: "medusa-v1",
    title: description("Medusa v1"),
    settings: &[Setting::optional(
        "session",
        "`cookie` keeps the session that Medusa opens with the account.",
        "cookie",
    )],
    endpoint: |_| None,
    check: |_| Ok(()),
    required: &[&FIRST_NAME, &LAST_NAME, &EMAIL, &PASSWORD],
    extra: &[],
    optional: &[&PHONE, &TERMS],
    token: None,
    begin,
};

/// What the store said about the email before the request that creates the account.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Before {
    Free,
    Unknown,
    /// The question had no response.
    Unreachable,
}

/// First asks whether the email is free. Browsers send a request again if its connection was cut, and
/// v1 then reports a duplicate. If the email was free before, the account belongs to the shopper.
fn begin(signup: Rc<Signup>) -> Step {
    let path = ["/store/auth/", &path_segment(signup.email())].concat();
    let request = Request::get(signup.url(&path));
    Step::send(request, |answer| asked(signup, answer))
}

fn asked(signup: Rc<Signup>, answer: Answer) -> Step {
    match answer {
        Ok(reply) if reply.body.get("exists").is_true() => match signup.is_resumed {
            true => confirm(signup, Failure::taken(&reply), unconfirmed()),
            false => Step::Fail(Failure::taken(&reply)),
        },
        Ok(reply) if reply.body.get("exists") == &Json::Bool(false) => create(signup, Before::Free),
        Err(error @ (TransportError::Offline | TransportError::TimedOut)) => {
            Step::Fail(error.into())
        }
        Err(TransportError::Unreachable) => create(signup, Before::Unreachable),
        Ok(_) => create(signup, Before::Unknown),
    }
}

fn create(signup: Rc<Signup>, before: Before) -> Step {
    let mut body = Object::new();
    for (name, value) in signup.values.filled() {
        body = body.text(name, value);
    }
    body = body.text("password", signup.password.expose());
    let request = Request::post_json(signup.url("/store/customers"), &body.into());
    let request = request.with_cookies(signup.wants_session());
    Step::send(request, move |answer| answered(signup, before, answer))
}

fn answered(signup: Rc<Signup>, before: Before, answer: Answer) -> Step {
    let reply = match answer {
        Ok(reply) => reply,
        Err(TransportError::Offline) => return Step::Fail(unconfirmed().offline()),
        // The page can't read any response of this store, so a further question does not help.
        Err(TransportError::Unreachable) if before == Before::Unreachable => {
            return Step::Fail(TransportError::Unreachable.into());
        }
        Err(_) => return confirm(signup, unconfirmed(), unconfirmed()),
    };
    if reply.is_ok() && !id(&reply).is_empty() {
        return Step::Done(signup.account(id(&reply)));
    }
    if is_duplicate(&reply) {
        // If nobody knows that the email was free, it most likely belongs to somebody else.
        let inconclusive = match before != Before::Free && !signup.is_resumed {
            true => Failure::taken(&reply),
            false => unconfirmed(),
        };
        return confirm(signup, Failure::taken(&reply), inconclusive);
    }
    if reply.is_ok() || reply.status >= 500 {
        return confirm(signup, Failure::from_status(&reply), unconfirmed());
    }
    Step::Fail(explain(&reply))
}

/// Signs in to find out whether the account exists. Fails with `absent` if it does not exist or is not
/// the shopper's, and with `inconclusive` if the result is unknown.
fn confirm(signup: Rc<Signup>, absent: Failure, inconclusive: Failure) -> Step {
    let body = signup.credentials();
    let request = Request::post_json(signup.url("/store/auth/token"), &body).repeatable();
    Step::send(request, |answer| match answer {
        Ok(reply) if reply.is_ok() => match reply.body.get("access_token").as_str() {
            "" => Step::Fail(inconclusive),
            token => identify(signup, &Secret::new(token)),
        },
        Ok(reply) if reply.status == 401 => Step::Fail(absent),
        _ => Step::Fail(inconclusive),
    })
}

fn identify(signup: Rc<Signup>, token: &Secret) -> Step {
    let request = Request::get(signup.url("/store/customers/me")).bearer(token);
    Step::send(request, move |answer| {
        let reply = answer.ok();
        Step::Done(signup.account(reply.as_ref().map_or("", id)))
    })
}

fn id(reply: &Reply) -> &str {
    reply.body.get("customer").get("id").as_id()
}

fn unconfirmed() -> Failure {
    Failure::unconfirmed("/store/customers", "store_cors")
}
