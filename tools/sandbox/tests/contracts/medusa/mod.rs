//! The contract of Medusa v2.

mod auth;
mod body;
mod cors;
mod customer;
pub mod requests;
