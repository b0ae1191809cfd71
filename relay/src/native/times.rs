use crate::core::settings::General;
use std::time::Duration;

/// How long each side may take.
#[derive(Clone, Copy, Debug)]
pub struct Times {
    /// A client, for the head of a request.
    pub head: Duration,
    /// A client, for the body.
    pub body: Duration,
    /// The vendor, for all calls of a request.
    pub upstream: Duration,
}

impl Times {
    /// Ten seconds for a client, and the owner's time for the vendor.
    pub fn new(general: &General) -> Self {
        let ten = Duration::from_secs(10);
        Self {
            head: ten,
            body: ten,
            upstream: general.timeout,
        }
    }
}
