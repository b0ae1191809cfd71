//! The contract of Medusa v1.

mod body;
mod customer;
pub mod requests;
