//! An owner makes a customer group, and shoppers join it.

mod creation;
mod errors;
mod secrets;
