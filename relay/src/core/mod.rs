//! What the relay decides. No IO, no async: a request goes in, a decision comes out.
//!
//! A shell receives requests, calls the vendor and keeps tokens. It asks [`Relay::receive`] first, and then carries
//! out the [`Step`]s of a route until one is an [`Answer`].

pub mod address;
pub mod allow;
mod answer;
mod call;
mod media;
mod origins;
pub mod platform;
mod relay;
mod route;
mod secret;
pub mod settings;
pub mod setup;
mod step;
mod token;

pub use answer::{Answer, Outcome};
pub use call::{Call, Reply, TransportError};
pub use origins::Origins;
pub use relay::{Bound, Decision, Head, Relay};
pub use route::Route;
pub use secret::Secret;
pub use step::{Next, NextToken, Step};
pub use token::{Token, TokenRequest, TokenSource};

/// The largest body that a page may send, in bytes.
pub const LARGEST_BODY: usize = 16 * 1024;
