//! What several platforms share.

pub mod elastic_path;
pub mod medusa;
pub mod one_call;
