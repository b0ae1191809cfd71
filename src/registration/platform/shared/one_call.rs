//! Platforms that create the account in one call, with a token that any page gets.

use crate::registration::flow::{Failure, Kind, OWN_CORS, Signup, Step, TokenRequest};
use crate::registration::http::{Answer, Reply, Request, TransportError};
use crate::registration::json::Json;
use crate::registration::search::contains;
use crate::registration::secret::Secret;
use std::rc::Rc;

/// What such a platform says of itself.
pub struct OneCall {
    /// The call that creates the account, with a token.
    pub create: fn(&Signup, &Secret) -> Request,
    /// The account's id in the answer to it, empty where it is none.
    pub created: fn(&Reply) -> &str,
    /// The call that signs in to an account: if it works, the account is there and the shopper's.
    pub sign_in: fn(&Signup, &Secret) -> Request,
    /// The account's id in the answer to that.
    pub signed_in: fn(&Reply) -> &str,
    /// What a refusal means.
    pub explain: fn(&Reply) -> Failure,
    /// Where `create` posts to, for the owner.
    pub path: &'static str,
}

impl OneCall {
    /// Registers a shopper.
    pub fn begin(&'static self, signup: Rc<Signup>) -> Step {
        self.with_token(signup, TokenRequest::Cached)
    }

    fn with_token(&'static self, signup: Rc<Signup>, wanted: TokenRequest) -> Step {
        Step::with_token(wanted, move |token| {
            let request = (self.create)(&signup, &token);
            Step::send(request, move |answer| {
                self.answered(signup, token, wanted, answer)
            })
        })
    }

    fn answered(
        &'static self,
        signup: Rc<Signup>,
        token: Secret,
        wanted: TokenRequest,
        answer: Answer,
    ) -> Step {
        let reply = match answer {
            Ok(reply) => reply,
            Err(TransportError::Offline) => return Step::Fail(self.unconfirmed().offline()),
            Err(_) => return self.confirm(signup, &token, self.unconfirmed()),
        };
        let id = (self.created)(&reply);
        if reply.is_ok() && !id.is_empty() {
            return Step::Done(signup.account(id));
        }
        if reply.is_ok() || reply.status == 408 || reply.status >= 500 {
            return self.confirm(signup, &token, Failure::from_status(&reply));
        }
        let failure = (self.explain)(&reply);
        match failure.kind {
            Kind::RejectedCredentials if wanted == TokenRequest::Cached => {
                self.with_token(signup, TokenRequest::New)
            }
            // Browsers repeat a request whose connection was cut: the account may be the shopper's.
            Kind::Taken => self.confirm(signup, &token, failure),
            _ => Step::Fail(failure),
        }
    }

    /// Asks whether the account is there by signing in to it.
    fn confirm(&'static self, signup: Rc<Signup>, token: &Secret, otherwise: Failure) -> Step {
        let request = (self.sign_in)(&signup, token).repeatable();
        Step::send(request, move |answer| match answer {
            Ok(reply) if reply.is_ok() && !(self.signed_in)(&reply).is_empty() => {
                Step::Done(signup.account((self.signed_in)(&reply)))
            }
            Ok(reply) if is_unknown(&reply) => Step::Fail(otherwise),
            // Whoever's it is, there is one: signing in is the way on.
            _ if otherwise.kind == Kind::Taken && !signup.is_resumed => Step::Fail(otherwise),
            _ => Step::Fail(self.unconfirmed()),
        })
    }

    fn unconfirmed(&self) -> Failure {
        Failure::unconfirmed(self.path, OWN_CORS)
    }
}

/// Whether there is no such account. A proxy's page, and a refusal of a token that has expired by
/// now, say nothing about it.
fn is_unknown(reply: &Reply) -> bool {
    matches!(reply.status, 400 | 401 | 404 | 422)
        && reply.body != Json::Null
        && !contains(&reply.body.write(), "access token")
}
