//! Requests and responses as data, and what an owner may see of them. Nothing here sends.

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

/// The result of a request.
pub type Answer = Result<Reply, TransportError>;
