//! A local store that answers like each platform's API, so that a shopper can be registered with no account anywhere.
//!
//! Every platform of the [registry](platform::REGISTRY) is served under `/<platform>`. `/` is a page for people and
//! `/_sandbox/` a control API for tests and for the playground.
//!
//! ```no_run
//! # async fn example() -> anyhow::Result<()> {
//! use sandbox::{Effect, Fault, Options, Sandbox};
//!
//! let sandbox = Sandbox::start(Options::default()).await?;
//! sandbox.set_fault(Fault::new("medusa", Effect::CutAfter).on("create"))?;
//! println!("{}/medusa", sandbox.url());
//! # sandbox.stop().await }
//! ```

mod accept;
mod account;
mod answer;
mod call;
mod cors;
mod email;
mod express;
mod fault;
mod id;
mod json_syntax;
mod log;
mod mask;
mod misbehave;
mod password;
pub mod platform;
mod running;
mod serve;
mod settings;
mod shop;
mod state;
mod store;
mod token;
mod web;

pub use account::{Account, AccountState, Credential, CredentialKind, Group};
pub use cors::Origins;
pub use fault::{BodyKind, Effect, Fault, When};
pub use log::Entry;
pub use running::{Options, Running, Sandbox};
