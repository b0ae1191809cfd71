//! Customer groups, which an owner makes with a token that no shopper may have.
//!
//! Like a platform of the widget, this has no browser and no IO: a [`Maker`] writes the request and
//! reads the answer. It is part of the playground only, so no shopper downloads it.

pub mod draft;
pub mod error;
pub mod platform;

use draft::Draft;
use error::Trouble;
use storefront_signup::registration::flow::TokenSource;
use storefront_signup::registration::http::{Answer, Request};

/// How groups are made on a platform.
pub struct Maker {
    /// The platform's id.
    pub platform: &'static str,
    /// The attribute of the element that takes a group's id.
    pub attribute: &'static str,
    /// Which token it takes, in a line for the owner.
    pub about_token: &'static str,
    /// The request that makes a group at a base address. It must not be sent twice.
    pub create: fn(&str, &Draft) -> Request,
    /// The group's id, or why there is none. The token is not repeated.
    pub read: fn(Answer, &str) -> Result<String, Vec<Trouble>>,
    /// Where the sandbox's token comes from, by the credentials that the sandbox has for owners.
    pub sandbox: TokenSource,
}
