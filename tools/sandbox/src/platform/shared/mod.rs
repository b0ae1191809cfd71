//! The parts that several platforms share.

pub(super) mod express;
pub(super) mod json;
mod json_syntax;
pub(super) mod medusa;
pub(super) mod session_cookie;
