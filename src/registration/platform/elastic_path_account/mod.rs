//! Elastic Path Commerce Cloud: account members. The vendor recommends them over customers.
//!
//! <https://elasticpath.dev/docs/api/accounts/post-v-2-account-members-tokens>, with the mechanism
//! `self_signup`.

use crate::registration::field::{EMAIL, NAME, PASSWORD, TERMS};
use crate::registration::flow::{Failure, Kind, Signup};
use crate::registration::http::Reply;
use crate::registration::json::Object;
use crate::registration::platform::Platform;
use crate::registration::platform::shared::elastic_path::{self, CLIENT_ID, ENDPOINT, TOKEN, send};
use crate::registration::platform::shared::one_call::OneCall;
use crate::registration::settings::{Setting, description};

pub static PLATFORM: Platform = Platform {
    id: "elastic-path-account",
    title: description("Elastic Path account members"),
    settings: &[
        CLIENT_ID,
        Setting {
            name: "password-profile-id",
            is_required: true,
            about: "the id of the password profile, of the store's authentication realm for account members.",
            example: "8d1d1c4e-…",
        },
    ],
    endpoint: |_| Some(ENDPOINT.to_owned()),
    check: |_| Ok(()),
    required: &[&NAME, &EMAIL, &PASSWORD],
    extra: &[],
    optional: &[&TERMS],
    token: Some(TOKEN),
    begin: |signup| CALL.begin(signup),
};

static CALL: OneCall = OneCall {
    create: |signup, token| {
        let member = member(signup, "self_signup").text("name", signup.values.get("name"));
        send(signup, PATH, member.text("email", signup.email()), token)
    },
    created: member_id,
    sign_in: |signup, token| send(signup, PATH, member(signup, "password"), token),
    signed_in: member_id,
    explain,
    path: PATH,
};

const PATH: &str = "/v2/account-members/tokens";

fn member(signup: &Signup, mechanism: &str) -> Object {
    let profile = signup
        .settings
        .get("password-profile-id")
        .unwrap_or_default();
    // The email is in lower case already, like the user name in the vendor's example.
    Object::new()
        .text("type", "account_management_authentication_token")
        .text("authentication_mechanism", mechanism)
        .text("password_profile_id", profile)
        .text("username", signup.email())
        .text("password", signup.password.expose())
}

fn member_id(reply: &Reply) -> &str {
    reply.body.get("meta").get("account_member_id").as_id()
}

fn explain(reply: &Reply) -> Failure {
    let of = |kind| Failure::from_reply(kind, reply);
    match reply.status {
        403 => of(Kind::Forbidden).explain(
            "Switch on `enable_self_signup` and `auto_create_account_for_account_members` in the store's \
             account authentication settings.",
        ),
        404 => of(Kind::Configuration).explain(
            "Is there a password profile with the id in `password-profile-id`, and does `endpoint` lead to the store?",
        ),
        _ => elastic_path::explain(reply),
    }
}
