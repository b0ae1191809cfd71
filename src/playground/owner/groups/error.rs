//! Why a group was not created, or why nobody can tell whether it was.

use super::field::GroupField;
use storefront_signup::registration::flow::{Failure, Kind};
use storefront_signup::registration::http::{Reply, TransportError};

/// An error, as a sentence for the owner.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GroupError {
    /// The field that the owner has to change, if it is one field.
    pub field: Option<GroupField>,
    /// The sentence.
    pub message: String,
}

/// A second press creates a second group, so the owner has to decide.
const UNCONFIRMED: &str =
    "The group may be there all the same. Look at the store before you try again.";

impl GroupError {
    /// An error about one field.
    pub fn at(field: GroupField, message: impl Into<String>) -> Self {
        Self {
            field: Some(field),
            message: message.into(),
        }
    }

    /// An error about no single field.
    pub fn new(message: impl Into<String>) -> Self {
        Self {
            field: None,
            message: message.into(),
        }
    }

    /// An error after which nobody can tell whether the store created the group.
    pub fn unconfirmed(text: &str) -> Self {
        Self::new([text, UNCONFIRMED].join(" "))
    }

    /// The error for a response, if the platform has no rule for it.
    pub fn from_reply(reply: &Reply) -> Self {
        match reply.status {
            0 => Self::new("The store’s address redirects. Set the final address."),
            200..300 => Self::unconfirmed("The answer can’t be read."),
            404 | 405 => {
                Self::new("There is no API for groups at this address. Check the store’s settings.")
            }
            406 | 415 => {
                Self::new("The store refuses the request’s headers. A proxy may have changed them.")
            }
            408 => Self::unconfirmed("The store stopped waiting."),
            423 => Self::new("The store accepts no changes at the moment. Try again later."),
            429 => Self::new(rate_limited(reply.retry_after)),
            400..500 => Self::new("The store refuses the group."),
            status => Self::unconfirmed(&format!("The store has a problem ({status}).")),
        }
    }

    /// Adds the platform's own message, if there is one.
    pub fn with_vendor_message(mut self, message: &str, token: &str) -> Self {
        let excerpt = excerpt(message, token);
        if !excerpt.is_empty() {
            self.message = format!("{} The store says: {excerpt}", self.message);
        }
        self
    }
}

/// Nobody knows the result of a lost request.
impl From<TransportError> for GroupError {
    fn from(lost: TransportError) -> Self {
        match lost {
            TransportError::Offline => {
                Self::unconfirmed("No answer came, and the browser says that it is offline.")
            }
            TransportError::Unreachable => Self::unconfirmed(
                "No answer that this page may read. Is the address right, and does the store allow this page’s \
                 origin (CORS)?",
            ),
            TransportError::TimedOut => Self::unconfirmed("No answer came in time."),
        }
    }
}

fn rate_limited(seconds: Option<u32>) -> String {
    match seconds {
        Some(1) => "Too many requests. Try again in a second.".to_owned(),
        Some(seconds) => format!("Too many requests. Try again in {seconds} seconds."),
        None => "Too many requests. Try again in a minute.".to_owned(),
    }
}

/// The beginning of a platform's message, without the token and without anything that looks like one.
fn excerpt(message: &str, token: &str) -> String {
    let message = Failure::new(Kind::Invalid, message).redact(token).detail;
    Reply::new(0, None, message.trim()).excerpt
}
