//! An owner makes a customer group in the playground, and shoppers join it.

mod joining;
mod playground;
mod refusing;
mod secrecy;
