//! Requests to Medusa's `/auth` routes, and the meaning of their responses.

use crate::registration::encoding::claims;
use crate::registration::flow::{Failure, Signup};
use crate::registration::http::{Reply, Request, TransportError};
use crate::registration::search::contains;
use crate::registration::secret::Secret;

/// A request with email and password.
pub fn credentials(signup: &Signup, path: &str) -> Request {
    let body = signup.credentials();
    Request::post_json(signup.url(path), &body)
}

/// A request for a new token. It contains the customer, if there is one.
pub fn refresh(signup: &Signup, token: &Secret) -> Request {
    let request = Request::post(signup.url("/auth/token/refresh"));
    request.bearer(token).repeatable()
}

/// The token in a response.
pub fn token(reply: &Reply) -> Option<Secret> {
    let token = reply.body.get("token").as_str();
    (reply.is_ok() && !token.is_empty()).then(|| Secret::new(token))
}

/// The id of the customer in a token. Empty if there is no customer yet.
pub fn customer(token: &Secret) -> String {
    claims(token.expose()).get("actor_id").as_str().to_owned()
}

/// Whether the server wants a verified email, a second factor or a visit to another page first.
pub fn asks_for_more(reply: &Reply) -> bool {
    let is_asked = |name| reply.body.get(name).is_true();
    let is_sent_elsewhere = !reply.body.get("location").as_str().is_empty();
    reply.is_ok()
        && (is_asked("verification_required") || is_asked("mfa_required") || is_sent_elsewhere)
}

/// Whether an identity with this email exists.
pub fn identity_exists(reply: &Reply) -> bool {
    reply.status == 401 && contains(reply.body.get("message").as_str(), "already exists")
}

/// Whether the password is wrong.
pub fn is_wrong_password(reply: &Reply) -> bool {
    reply.status == 401 && reply.body.get("type").as_str() == "unauthorized"
}

/// The failure of a request without a response.
pub fn no_answer(error: TransportError) -> Failure {
    Failure::from(error).explain("Medusa's /auth routes follow AUTH_CORS, not STORE_CORS.")
}
