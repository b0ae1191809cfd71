//! The contract of Commerce Layer.

mod customer;
mod groups;
pub mod requests;
