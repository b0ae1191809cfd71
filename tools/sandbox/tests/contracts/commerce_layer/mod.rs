//! The contract of Commerce Layer.

mod customer;
mod groups;
mod reading;
pub mod requests;
