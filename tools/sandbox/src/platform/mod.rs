//! The platforms that the sandbox can play. A new one is a folder and a line in `REGISTRY`.

use anyhow::{Context as _, Result};

pub mod commerce_layer;
mod contract;
pub mod ecwid;
pub mod elastic_path;
pub mod medusa;
pub mod medusa_v1;
pub mod samples;
mod shared;

pub(crate) use contract::{Platform, add_cors_headers, internal_error};

/// Every platform, in the order in which the page shows them.
pub(crate) static REGISTRY: &[&dyn Platform] = &[
    &medusa::Medusa,
    &medusa_v1::MedusaV1,
    &elastic_path::CUSTOMERS,
    &elastic_path::MEMBERS,
    &commerce_layer::CommerceLayer,
    &ecwid::Ecwid,
];

/// The platform with this id.
///
/// # Errors
/// If there is none.
pub(crate) fn find(id: &str) -> Result<&'static dyn Platform> {
    REGISTRY
        .iter()
        .copied()
        .find(|platform| platform.id() == id)
        .with_context(|| format!("there is no platform {id:?}"))
}
