//! One line of JSON for each request, on the standard output. No line has a body, a token or an address.

use crate::core::{Answer, Outcome};
use std::time::Duration;
use tracing::{info, warn};

/// Begins to log.
pub fn start() {
    // A second start, in a test, changes nothing.
    let _ = tracing_subscriber::fmt()
        .json()
        .flatten_event(true)
        .with_current_span(false)
        .with_span_list(false)
        .with_target(false)
        .try_init();
}

/// The id of a request: 16 hexadecimal digits.
pub fn id() -> String {
    format!("{:016x}", rand::random::<u64>())
}

/// Logs how a request ended.
pub fn end(id: &str, route: &str, answer: &Answer, time: Duration) {
    let (status, outcome) = (answer.status, answer.outcome.name());
    let ms = time.as_secs_f64() * 1000.0;
    match is_owners_trouble(answer) {
        true => warn!(id, route, status, outcome, ms, "request"),
        false => info!(id, route, status, outcome, ms, "request"),
    }
}

/// The page's origin is not listed, the platform refuses the secret, or it does not answer.
fn is_owners_trouble(answer: &Answer) -> bool {
    match answer.outcome {
        Outcome::PassedOn => matches!(answer.status, 401..405 | 500..),
        Outcome::OtherOrigin => true,
        _ => answer.status >= 500 || answer.outcome == Outcome::NoToken,
    }
}
