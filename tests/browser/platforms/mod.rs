//! Platforms: what is sent to them, how they share a token, and every recorded exchange.

mod preconnect;
mod recorded;
mod requests;
mod tokens;
