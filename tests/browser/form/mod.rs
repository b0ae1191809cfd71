//! The form: its fields, its errors, and the way of a press from submission to success.

mod errors;
mod fields;
mod password;
mod reset;
mod submission;
mod success;
mod summary;
mod translation;
