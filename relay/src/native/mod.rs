//! The server: it receives requests, calls the vendor, keeps tokens, counts and logs.

mod check;
mod connections;
mod handler;
mod limits;
mod log;
mod metrics;
mod server;
mod source;
mod steps;
mod times;
mod tokens;
mod upstream;

pub use check::check;
pub use server::{Running, serve, start};
pub use source::{from_pairs, read};
pub use times::Times;
