//! The session after the registration, if the owner wants one.

use super::auth;
use crate::registration::flow::{Account, Signup, Step};
use crate::registration::http::Request;
use crate::registration::secret::Secret;
use std::rc::Rc;

/// The customer exists. Opens a session if the owner wants one.
pub fn created(signup: Rc<Signup>, id: String, token: Secret) -> Step {
    if !signup.wants_session() {
        return done(&signup, &id, false);
    }
    // The first token never contains the customer. A new one does.
    Step::send(auth::refresh(&signup, &token), |answer| {
        let reply = answer.ok();
        if reply.as_ref().is_some_and(auth::asks_for_more) {
            return done(&signup, &id, true);
        }
        match reply.as_ref().and_then(auth::token) {
            Some(token) => open_session(signup, id, &token),
            None => done_without_session(&signup, &id),
        }
    })
}

fn open_session(signup: Rc<Signup>, id: String, token: &Secret) -> Step {
    let request = Request::post(signup.url("/auth/session"));
    let request = request.bearer(token).with_cookies(true);
    Step::send(request, move |answer| match answer {
        Ok(reply) if reply.is_ok() => done(&signup, &id, false),
        _ => done_without_session(&signup, &id),
    })
}

fn done_without_session(signup: &Signup, id: &str) -> Step {
    let remark =
        "The account exists, but Medusa opened no session. Is this page's origin in AUTH_CORS?";
    Step::Done(Account {
        remark: Some(remark),
        ..signup.account(id)
    })
}

/// The registration is done. `check_mail` says whether the shopper has to follow a link in an email.
pub fn done(signup: &Signup, id: &str, check_mail: bool) -> Step {
    Step::Done(Account {
        check_mail,
        ..signup.account(id)
    })
}
