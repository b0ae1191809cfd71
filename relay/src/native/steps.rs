//! Carries out the steps of a route.

use super::tokens::Tokens;
use super::upstream::Upstream;
use crate::core::platform::Platform;
use crate::core::settings::Settings;
use crate::core::{Answer, Step};
use tokio::time::Instant;

/// What steps need.
pub struct Steps {
    upstream: Upstream,
    tokens: Tokens,
}

impl Steps {
    /// A client without connections and without tokens.
    pub fn new() -> Self {
        Self {
            upstream: Upstream::new(),
            tokens: Tokens::new(),
        }
    }

    /// Carries out steps until one is an answer. All calls together end at the deadline.
    pub async fn run(
        &self,
        (platform, settings): (&'static Platform, &Settings),
        mut step: Step,
        deadline: Instant,
    ) -> Answer {
        loop {
            step = match step {
                Step::Answer(answer) => return answer,
                Step::Send(call, next) => next(self.upstream.send(call, deadline).await),
                Step::Token(wanted, next) => {
                    let of = (platform, settings);
                    next(self.tokens.get(&self.upstream, of, &wanted, deadline).await)
                }
            };
        }
    }
}
