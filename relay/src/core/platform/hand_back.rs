use super::Platform;
use crate::core::answer::{Answer, Outcome};
use crate::core::call::{Reply, TransportError};
use crate::core::secret::Secret;

/// Hands the vendor's status, body and `Retry-After` to the page. No answer repeats the relay's own secrets.
pub fn hand_back(
    platform: &Platform,
    reply: Result<Reply, TransportError>,
    secrets: &[&Secret],
) -> Answer {
    let reply = match reply {
        Ok(reply) => reply,
        Err(lost) => return no_answer(platform, lost),
    };
    let has_secret = secrets
        .iter()
        .any(|secret| contains(&reply.body, secret.expose()));
    if has_secret || !matches!(reply.status, 200..300 | 400..600) {
        return platform.refuse(502, "WITHHELD", WITHHELD, Outcome::Withheld);
    }
    let answer = Answer::json(reply.status, reply.body, Outcome::PassedOn);
    match reply.retry_after {
        Some(time) => answer.with("retry-after", time),
        None => answer,
    }
}

const WITHHELD: &str = "The store's answer is not for a page.";

fn no_answer(platform: &Platform, lost: TransportError) -> Answer {
    let (code, message, outcome) = match lost {
        TransportError::Unreachable => (
            "UNREACHABLE",
            "The store can't be reached.",
            Outcome::Unreachable,
        ),
        TransportError::Cut => ("UNCONFIRMED", "The store's answer was lost.", Outcome::Lost),
        TransportError::TimedOut => (
            "UNCONFIRMED",
            "The store did not answer in time.",
            Outcome::TimedOut,
        ),
    };
    platform.refuse(502, code, message, outcome)
}

fn contains(body: &[u8], text: &str) -> bool {
    let text = text.as_bytes();
    !text.is_empty() && body.windows(text.len()).any(|part| part == text)
}
