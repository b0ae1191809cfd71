//! How many requests pass.

use crate::core::Outcome;
use crate::core::address::counted_as;
use crate::core::settings::General;
use governor::clock::{Clock, DefaultClock};
use governor::{DefaultDirectRateLimiter, DefaultKeyedRateLimiter, NotUntil, Quota, RateLimiter};
use std::net::IpAddr;

/// The limits for each address and for all of them.
pub struct Limits {
    per_address: DefaultKeyedRateLimiter<IpAddr>,
    in_total: DefaultDirectRateLimiter,
    clock: DefaultClock,
}

impl Limits {
    /// Nobody has sent anything yet.
    pub fn new(general: &General) -> Self {
        let total = Quota::per_minute(general.in_total).allow_burst(general.burst());
        Self {
            per_address: RateLimiter::keyed(Quota::per_minute(general.per_address)),
            in_total: RateLimiter::direct(total),
            clock: DefaultClock::default(),
        }
    }

    /// Counts a request.
    ///
    /// # Errors
    /// Which limit it goes beyond, and the seconds to wait. The address comes first, so that one address can't use up
    /// what is there for all.
    pub fn count(&self, address: IpAddr) -> Result<(), (Outcome, u64)> {
        let seconds = |early: NotUntil<_>| early.wait_time_from(self.clock.now()).as_secs() + 1;
        let of_address = self.per_address.check_key(&counted_as(address));
        of_address.map_err(|early| (Outcome::AddressLimit, seconds(early)))?;
        let of_all = self.in_total.check();
        of_all.map_err(|early| (Outcome::TotalLimit, seconds(early)))
    }

    /// Forgets the addresses that may send as much as a new one.
    pub fn forget(&self) {
        self.per_address.retain_recent();
        self.per_address.shrink_to_fit();
    }
}
