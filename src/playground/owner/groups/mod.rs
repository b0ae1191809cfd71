//! Customer groups. An owner creates them with a token that no shopper may have.
//!
//! Like the widget's platforms, this has no browser and no IO: a [`GroupProvider`] writes the
//! request and reads the response. Only the playground contains it, so no shopper downloads it.

pub mod draft;
pub mod error;
pub mod field;
pub mod platform;
mod provider;

pub use provider::GroupProvider;
