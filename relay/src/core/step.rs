use super::answer::Answer;
use super::call::{Call, Reply, TransportError};
use super::secret::Secret;
use super::token::TokenRequest;

/// What a route wants next. A step does no IO: the shell carries it out.
pub enum Step {
    /// Send this call once, and hand the answer to [`Next`].
    Send(Call, Next),
    /// Hand over a token of the platform's [`TokenSource`](super::TokenSource).
    Token(TokenRequest, NextToken),
    /// Answer the page.
    Answer(Answer),
}

/// Reads the answer to a call.
pub type Next = Box<dyn FnOnce(Result<Reply, TransportError>) -> Step + Send>;

/// Goes on with a token, or with the answer to the request for one.
pub type NextToken = Box<dyn FnOnce(Result<Secret, Result<Reply, TransportError>>) -> Step + Send>;

impl Step {
    /// Sends a call and reads its answer with `next`.
    pub fn send(
        call: Call,
        next: impl FnOnce(Result<Reply, TransportError>) -> Self + Send + 'static,
    ) -> Self {
        Self::Send(call, Box::new(next))
    }

    /// Asks for a token and goes on with `next`.
    pub fn token(
        request: TokenRequest,
        next: impl FnOnce(Result<Secret, Result<Reply, TransportError>>) -> Self + Send + 'static,
    ) -> Self {
        Self::Token(request, Box::new(next))
    }
}
