//! The flow of platforms that create the account in one call, with a token that any page gets.

use crate::registration::flow::{Failure, Kind, OWN_CORS, Signup, Step, TokenRequest};
use crate::registration::http::{Answer, Reply, Request, TransportError};
use crate::registration::json::Json;
use crate::registration::search::contains;
use crate::registration::secret::Secret;
use std::rc::Rc;

/// The parts of the flow that differ from platform to platform.
pub struct OneCall {
    /// Builds the request that creates the account.
    pub create: fn(&Signup, &Secret) -> Request,
    /// The account's id in the response. Empty if the response has none.
    pub created: fn(&Reply) -> &str,
    /// Builds the request that signs in. If it works, the account exists and belongs to the shopper.
    pub sign_in: fn(&Signup, &Secret) -> Request,
    /// The account's id in the response to `sign_in`.
    pub signed_in: fn(&Reply) -> &str,
    /// Explains a refusal.
    pub explain: fn(&Reply) -> Failure,
    /// The path of `create`, for a sentence to the owner.
    pub path: &'static str,
}

impl OneCall {
    /// Returns the first step of a registration.
    pub fn begin(&'static self, signup: Rc<Signup>) -> Step {
        self.with_token(signup, TokenRequest::Cached)
    }

    fn with_token(&'static self, signup: Rc<Signup>, token_request: TokenRequest) -> Step {
        Step::with_token(token_request, move |token| {
            let request = (self.create)(&signup, &token);
            Step::send(request, move |answer| {
                self.answered(signup, token, token_request, answer)
            })
        })
    }

    fn answered(
        &'static self,
        signup: Rc<Signup>,
        token: Secret,
        token_request: TokenRequest,
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
            Kind::RejectedCredentials if token_request == TokenRequest::Cached => {
                self.with_token(signup, TokenRequest::New)
            }
            // Browsers send a request again if its connection was cut. So the account may be the shopper's.
            Kind::Taken => self.confirm(signup, &token, failure),
            _ => Step::Fail(failure),
        }
    }

    /// Signs in to find out whether the account exists.
    fn confirm(&'static self, signup: Rc<Signup>, token: &Secret, otherwise: Failure) -> Step {
        let request = (self.sign_in)(&signup, token).repeatable();
        Step::send(request, move |answer| match answer {
            Ok(reply) if reply.is_ok() && !(self.signed_in)(&reply).is_empty() => {
                Step::Done(signup.account((self.signed_in)(&reply)))
            }
            Ok(reply) if is_unknown(&reply) => Step::Fail(otherwise),
            // The account exists. The shopper can try to sign in.
            _ if otherwise.kind == Kind::Taken && !signup.is_resumed => Step::Fail(otherwise),
            _ => Step::Fail(self.unconfirmed()),
        })
    }

    fn unconfirmed(&self) -> Failure {
        Failure::unconfirmed(self.path, OWN_CORS)
    }
}

/// Whether the account does not exist. A proxy's page says nothing about it, and neither does a
/// refusal of an expired token.
fn is_unknown(reply: &Reply) -> bool {
    matches!(reply.status, 400 | 401 | 404 | 422)
        && reply.body != Json::Null
        && !contains(&reply.body.write(), "access token")
}
