//! What a shopper sees and the page hears when there is no account.

mod expiring;
mod problems;
mod store;
mod support;
mod trouble;
mod typing;
mod waiting;
