//! What a platform wants next. A step does no IO: whoever drives it does the sending.

use super::account::Account;
use super::failure::Failure;
use super::token::TokenRequest;
use crate::registration::http::{Answer, Request};
use crate::registration::secret::Secret;

/// What happens next in a registration.
pub enum Step {
    /// Send this, and hand the answer to [`Next`].
    Send(Request, Next),
    /// Hand over a token of the platform's [`TokenSource`](super::TokenSource).
    Token(TokenRequest, NextToken),
    /// The account is there.
    Done(Account),
    /// It is not, or nobody can tell.
    Fail(Failure),
}

/// Reads the answer to a request. It keeps what the platform needs to know until then.
pub type Next = Box<dyn FnOnce(Answer) -> Step>;

/// Goes on with a token, or with why there is none.
pub type NextToken = Box<dyn FnOnce(Result<Secret, Failure>) -> Step>;

impl Step {
    /// Sends a request and reads its answer with `next`.
    pub fn send(request: Request, next: impl FnOnce(Answer) -> Step + 'static) -> Self {
        Self::Send(request, Box::new(next))
    }

    /// Goes on with a token, and fails without one.
    pub fn with_token(wanted: TokenRequest, next: impl FnOnce(Secret) -> Step + 'static) -> Self {
        let next = |token: Result<Secret, Failure>| token.map_or_else(Step::Fail, next);
        Self::Token(wanted, Box::new(next))
    }
}
