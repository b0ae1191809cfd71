//! The playground, as owners use it.

mod groups;
mod page;
mod registration;
