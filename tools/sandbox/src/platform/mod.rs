//! The platforms that the sandbox can be. A new one is a file and a line in [`REGISTRY`].

use anyhow::{Context, Result};
use axum::http::StatusCode;
use serde_json::Value;

use crate::account::{Account, Credential, Group};
use crate::answer::{self, Answer};
use crate::call::Call;
use crate::cors;
use crate::shop::Shop;
use crate::store::Store;

pub mod commerce_layer;
pub mod ecwid;
pub mod elastic_path;
pub mod medusa;
pub mod medusa_v1;
pub mod samples;

/// Every platform, in the order in which the page shows them.
pub(crate) static REGISTRY: &[&dyn Platform] = &[
    &medusa::Medusa,
    &medusa_v1::MedusaV1,
    &elastic_path::CUSTOMERS,
    &elastic_path::MEMBERS,
    &commerce_layer::CommerceLayer,
    &ecwid::Ecwid,
];

/// A platform's contract: which requests it knows, and how it answers them.
pub(crate) trait Platform: Sync {
    /// The id by which the element's attribute `platform` calls it; also the prefix of its paths.
    fn id(&self) -> &'static str;

    /// The name that people know it by.
    fn name(&self) -> &'static str;

    /// The names of its requests, which faults are set for.
    fn steps(&self) -> &'static [&'static str];

    /// The parts of the API that have a list of allowed origins each.
    fn areas(&self) -> &'static [&'static str];

    /// The area that a path belongs to.
    fn area(&self, call: &Call) -> &'static str {
        let _ = call;
        self.areas().first().copied().unwrap_or_default()
    }

    /// Which of its requests this is.
    fn step(&self, call: &Call) -> Option<&'static str>;

    /// Answers as the real server does, CORS headers included.
    ///
    /// # Errors
    /// When the sandbox's own store fails.
    fn answer(&self, call: &Call, shop: &Shop) -> Result<Answer>;

    /// The body of its errors that have no cause in the request, 429 and 500 for example.
    fn refusal(&self, status: StatusCode) -> Value;

    /// What it says to a token that has expired.
    fn expired(&self) -> Answer;

    /// Its accounts, oldest first.
    ///
    /// # Errors
    /// When the sandbox's own store fails.
    fn accounts(&self, store: &Store) -> Result<Vec<Account>>;

    /// Its customer groups, oldest first.
    ///
    /// # Errors
    /// When the sandbox's own store fails.
    fn groups(&self, store: &Store) -> Result<Vec<Group>> {
        let _ = store;
        Ok(Vec::new())
    }

    /// The values that it accepts.
    fn credentials(&self) -> &'static [Credential];

    /// Puts the first accounts into an empty store.
    ///
    /// # Errors
    /// When the sandbox's own store fails.
    fn seed(&self, store: &Store) -> Result<()> {
        let _ = store;
        Ok(())
    }
}

/// Answers preflights, and shares whatever `respond` answers with the calling page.
///
/// # Errors
/// When `respond` fails.
pub(crate) fn answer_shared(
    platform: &dyn Platform,
    call: &Call,
    shop: &Shop,
    respond: impl FnOnce() -> Result<Answer>,
) -> Result<Answer> {
    if call.is_preflight() {
        return Ok(cors::preflight(call, &shop.origins(platform.area(call))));
    }
    let mut answer = respond()?;
    share(platform, call, shop, &mut answer);
    Ok(answer)
}

/// Lets the calling page read `answer`, if the settings of the platform allow it.
pub(crate) fn share(platform: &dyn Platform, call: &Call, shop: &Shop, answer: &mut Answer) {
    cors::share(call, &shop.origins(platform.area(call)), answer);
}

/// The answer to a failure of the sandbox itself.
pub(crate) fn broken(platform: &dyn Platform) -> Answer {
    let status = StatusCode::INTERNAL_SERVER_ERROR;
    answer::json(status, &platform.refusal(status))
}

/// The platform with this id.
///
/// # Errors
/// When there is none.
pub(crate) fn named(id: &str) -> Result<&'static dyn Platform> {
    REGISTRY
        .iter()
        .copied()
        .find(|platform| platform.id() == id)
        .with_context(|| format!("there is no platform {id:?}"))
}
