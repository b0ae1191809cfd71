//! What travels between the page and a platform, with the sending left to somebody else.

mod error;
mod excerpt;
mod redact;
mod reply;
mod request;

pub use error::TransportError;
pub use excerpt::excerpt;
pub use redact::redact;
pub use reply::Reply;
pub use request::Request;

/// What came of a request.
pub type Answer = Result<Reply, TransportError>;
