//! Elastic Path Commerce Cloud: account members, which the vendor recommends now.
//!
//! <https://elasticpath.dev/docs/api/accounts/post-v-2-account-members-tokens>, with the mechanism
//! `self_signup`.

use super::elastic_path_errors::{CLIENT_ID, explain, token_request};
use super::{Platform, Signup};
use crate::registration::exchange::{Answer, Lost, Reply, Request, Step, Wanted};
use crate::registration::failure::{Failure, Kind, general};
use crate::registration::field::{EMAIL, NAME, PASSWORD};
use crate::registration::json::Object;
use crate::registration::settings::Setting;
use crate::registration::token::TokenSource;
use std::rc::Rc;

pub static PLATFORM: Platform = Platform {
    id: "elastic-path-account",
    title: "Elastic Path account members",
    settings: &[
        CLIENT_ID,
        Setting {
            name: "password-profile-id",
            is_required: true,
            about: "the id of the password profile, of the store's authentication realm for account members.",
            example: "8d1d1c4e-…",
        },
    ],
    endpoint: |_| Some("https://useast.api.elasticpath.com".to_owned()),
    check: |_| Ok(()),
    required: &[&NAME, &EMAIL, &PASSWORD],
    optional: &[],
    token: Some(TokenSource {
        request: token_request,
        refuse: |_| None,
    }),
    begin,
};

fn begin(signup: Rc<Signup>) -> Step {
    Step::with_token(Wanted::Remembered, |token| {
        create(signup, token, Wanted::Remembered)
    })
}

fn create(signup: Rc<Signup>, token: String, wanted: Wanted) -> Step {
    let name = signup.values.get("name");
    let person = self_of(&signup, "self_signup")
        .text("name", name)
        .text("email", signup.email());
    let request = authenticate(&signup, person).bearer(&token);
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
    match reply.status {
        200..300 if !member(&reply).is_empty() => Step::Done(signup.account(member(&reply))),
        200..300 | 500.. => confirm(signup, &token, general(&reply)),
        401 if wanted == Wanted::Remembered => {
            Step::with_token(Wanted::New, |token| create(signup, token, Wanted::New))
        }
        403 => Step::Fail(Failure::from_reply(Kind::Forbidden, &reply).explain(
            "Switch on `enable_self_signup` and `auto_create_account_for_account_members` in the store's \
             account authentication settings.",
        )),
        _ => match explain(&reply) {
            taken if taken.kind == Kind::Taken && signup.is_resumed => confirm(signup, &token, taken),
            failure => Step::Fail(failure),
        },
    }
}

/// Asks whether the account is there by signing in to it.
fn confirm(signup: Rc<Signup>, token: &str, otherwise: Failure) -> Step {
    let credentials = self_of(&signup, "password");
    let request = authenticate(&signup, credentials)
        .bearer(token)
        .repeatable();
    Step::send(request, move |answer| match answer {
        Ok(reply) if reply.is_ok() && !member(&reply).is_empty() => {
            Step::Done(signup.account(member(&reply)))
        }
        Ok(reply) if matches!(reply.status, 401 | 404 | 422) => Step::Fail(otherwise),
        _ => Step::Fail(unconfirmed()),
    })
}

fn self_of(signup: &Signup, mechanism: &str) -> Object {
    let profile = signup
        .settings
        .get("password-profile-id")
        .unwrap_or_default();
    // The email is lower-cased already, as the vendor's own example does with the user name.
    Object::new()
        .text("type", "account_management_authentication_token")
        .text("authentication_mechanism", mechanism)
        .text("password_profile_id", profile)
        .text("username", signup.email())
        .text("password", signup.password())
}

fn authenticate(signup: &Signup, data: Object) -> Request {
    let body = Object::new().with("data", data).into();
    Request::post_json(signup.url("/v2/account-members/tokens"), &body)
}

fn member(reply: &Reply) -> &str {
    reply.body.get("meta").get("account_member_id").as_id()
}

fn unconfirmed() -> Failure {
    Failure::new(
        Kind::Unconfirmed,
        "The answer to POST /v2/account-members/tokens was lost.",
    )
}
