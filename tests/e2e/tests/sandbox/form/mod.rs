//! The form: what a shopper sees, what the page hears, and what the store keeps.

mod autofill;
mod error_timing;
mod interruption;
mod mouse;
mod privacy;
mod rate_limit;
mod registration;
mod rejection;
mod server_error;
mod submission;
mod success;
mod support;
mod token_expiry;
mod two_forms;
mod validation;
mod values;
