//! The tokens that platforms give to the relay itself.

use super::upstream::Upstream;
use crate::core::platform::{Platform, REGISTRY};
use crate::core::settings::Settings;
use crate::core::{Reply, Secret, Token, TokenRequest, TransportError};
use std::time::Duration;
use tokio::sync::Mutex;
use tokio::time::{Instant, timeout_at};

/// The time before its end at which a token is replaced.
const MARGIN: Duration = Duration::from_secs(60);

/// A token of each platform that has a source of tokens.
pub struct Tokens(Vec<(&'static str, Mutex<Option<Held>>)>);

struct Held {
    text: Secret,
    until: Instant,
}

/// A token, or the answer to the call for one.
pub type Answered = Result<Secret, Result<Reply, TransportError>>;

impl Tokens {
    /// No token yet.
    pub fn new() -> Self {
        let with_source = REGISTRY.iter().filter(|platform| platform.token.is_some());
        Self(
            with_source
                .map(|platform| (platform.id, Mutex::default()))
                .collect(),
        )
    }

    /// The token that is kept, or another one. However many requests want it, one call fetches it.
    pub async fn get(
        &self,
        upstream: &Upstream,
        (platform, settings): (&'static Platform, &Settings),
        request: &TokenRequest,
        deadline: Instant,
    ) -> Answered {
        let kept = self.0.iter().find(|(id, _)| *id == platform.id);
        let (Some((_, kept)), Some(source)) = (kept, &platform.token) else {
            return Err(Err(TransportError::Unreachable));
        };
        let Ok(mut kept) = timeout_at(deadline, kept.lock()).await else {
            return Err(Err(TransportError::TimedOut));
        };
        if let Some(held) = kept.as_ref().filter(|held| held.serves(request)) {
            return Ok(held.text.clone());
        }
        let reply = upstream
            .send((source.request)(settings), deadline)
            .await
            .map_err(Err)?;
        let token = Token::read(&reply).ok_or(Ok(reply))?;
        let lasts = Duration::from_secs(token.seconds);
        let held = kept.insert(Held {
            text: token.text,
            until: Instant::now() + lasts.saturating_sub(MARGIN),
        });
        Ok(held.text.clone())
    }
}

impl Held {
    fn serves(&self, request: &TokenRequest) -> bool {
        let is_other = match request {
            TokenRequest::Cached => true,
            TokenRequest::Replacement(refused) => self.text != *refused,
        };
        is_other && Instant::now() < self.until
    }
}
