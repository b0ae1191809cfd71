//! A local store that responds like the API of each platform. Nobody needs an account with a vendor to try the form.
//!
//! Each platform of the registry (`platform::REGISTRY`) is at `/<platform>`. `/` is a web page, and `/_sandbox/` is a
//! control API for the tests and the playground.
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
