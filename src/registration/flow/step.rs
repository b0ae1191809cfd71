//! The steps of a registration. A step does no IO: the caller sends its request.

use super::account::Account;
use super::failure::Failure;
use super::token::TokenRequest;
use crate::registration::http::{Answer, Request};
use crate::registration::secret::Secret;

/// The next step of a registration.
pub enum Step {
    /// Send the request, and call [`Next`] with the response.
    Send(Request, Next),
    /// Get a token from the platform's [`TokenSource`](super::TokenSource), and call [`NextToken`] with it.
    Token(TokenRequest, NextToken),
    /// The registration is done.
    Done(Account),
    /// The registration failed, or its result is unknown.
    Fail(Failure),
}

/// Reads a response and returns the next step. The closure holds what the platform needs for that.
pub type Next = Box<dyn FnOnce(Answer) -> Step>;

/// Takes a token, or the reason why there is none, and returns the next step.
pub type NextToken = Box<dyn FnOnce(Result<Secret, Failure>) -> Step>;

impl Step {
    /// A request, and the function that reads its response.
    pub fn send(request: Request, next: impl FnOnce(Answer) -> Step + 'static) -> Self {
        Self::Send(request, Box::new(next))
    }

    /// Asks for a token. Without one, the registration fails.
    pub fn with_token(
        token_request: TokenRequest,
        next: impl FnOnce(Secret) -> Step + 'static,
    ) -> Self {
        let next = |token: Result<Secret, Failure>| token.map_or_else(Step::Fail, next);
        Self::Token(token_request, Box::new(next))
    }
}
