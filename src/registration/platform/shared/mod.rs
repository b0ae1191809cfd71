//! What several platforms share, by what they share it for.

pub mod elastic_path;
pub mod medusa;
pub mod one_call;
