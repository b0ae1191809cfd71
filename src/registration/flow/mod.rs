//! What the requests and responses mean: the steps of a registration, and how it ends.

mod account;
mod failure;
mod signup;
mod step;
mod token;

pub use account::Account;
pub use failure::{Failure, Kind, OWN_CORS};
pub use signup::Signup;
pub use step::{Next, NextToken, Step};
pub use token::{Token, TokenRequest, TokenSource};
