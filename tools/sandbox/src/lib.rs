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

mod account;
mod connection;
mod context;
mod cors;
mod email;
mod fault;
mod handler;
mod id;
mod injection;
mod log;
mod mask;
mod password;
pub mod platform;
mod request;
mod response;
mod server;
mod settings;
mod state;
mod store;
mod token;
mod web;

pub use account::{Account, AccountState, Credential, CredentialKind, Group};
pub use cors::Origins;
pub use fault::{BodyKind, Effect, Fault, When};
pub use log::Entry;
pub use server::{Options, Running, Sandbox};
