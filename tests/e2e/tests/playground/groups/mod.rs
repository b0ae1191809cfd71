//! An owner makes a customer group, and shoppers join it.

mod joining;
mod refusing;
mod secrecy;
