//! What went wrong, as kinds that hold for every platform.

use crate::registration::field::{Control, EMAIL, Field};
use crate::registration::http::{self, Reply, TransportError};
use crate::registration::message::Message;

/// Why there is no account, or why nobody can tell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong.
    pub kind: Kind,
    /// The name of the field that has to change.
    pub field: Option<&'static str>,
    /// The HTTP status of the answer that told.
    pub status: Option<u16>,
    /// Seconds until the platform takes another try.
    pub retry_after: Option<u32>,
    /// The sentence for the shopper.
    pub message: Message,
    /// The sentence for the owner, in English, with the platform's own words.
    pub detail: String,
}

/// The kinds of failures, by the names that `signup-error` carries.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An account with this email exists.
    Taken,
    /// The platform refuses a value.
    Invalid,
    /// The platform wants a better password.
    WeakPassword,
    /// The platform refuses the owner's key or token.
    RejectedCredentials,
    /// The owner's key or token may not create customers.
    Forbidden,
    /// Too many tries.
    RateLimited,
    /// No answer that the page may read.
    Unreachable,
    /// No answer in time, and nothing was created.
    Timeout,
    /// The answer to the creation was lost.
    Unconfirmed,
    /// The platform is in trouble.
    Server,
    /// The owner's settings can't work.
    Configuration,
}

impl Kind {
    /// The name in the event's `kind`.
    pub const fn name(self) -> &'static str {
        self.facts().0
    }

    /// Whether the same press may work later.
    pub const fn is_retryable(self) -> bool {
        self.facts().1
    }

    const fn facts(self) -> (&'static str, bool, Message) {
        match self {
            Self::Taken => ("taken", false, Message::EmailTaken),
            Self::Invalid => ("invalid", false, Message::ValueRefused),
            Self::WeakPassword => ("weak-password", false, Message::PasswordRefused),
            Self::RejectedCredentials => ("rejected-credentials", false, Message::StoreTrouble),
            Self::Forbidden => ("forbidden", false, Message::StoreTrouble),
            Self::RateLimited => ("rate-limited", true, Message::TooManyTries),
            Self::Unreachable => ("unreachable", true, Message::Unreachable),
            Self::Timeout => ("timeout", true, Message::TookTooLong),
            Self::Unconfirmed => ("unconfirmed", true, Message::Unconfirmed),
            Self::Server => ("server", true, Message::ServerTrouble),
            Self::Configuration => ("configuration", false, Message::StoreTrouble),
        }
    }
}

/// What lists the page at an endpoint of the owner's.
pub const OWN_CORS: &str = "its CORS configuration";

impl Failure {
    /// A failure of a kind, with the sentence that the kind has.
    pub fn new(kind: Kind, detail: impl Into<String>) -> Self {
        let (_, _, message) = kind.facts();
        Self {
            kind,
            field: None,
            status: None,
            retry_after: None,
            message,
            detail: detail.into(),
        }
    }

    /// A failure that an answer tells, with its status and the beginning of its body for the owner.
    pub fn from_reply(kind: Kind, reply: &Reply) -> Self {
        Self {
            status: Some(reply.status),
            ..Self::new(kind, reply.excerpt.clone())
        }
    }

    /// What an answer means wherever a platform has nothing of its own to say.
    ///
    /// A success that the platform could not read is none: the body tells, not the status.
    pub fn from_status(reply: &Reply) -> Self {
        let of = |kind| Self::from_reply(kind, reply);
        match reply.status {
            0 => of(Kind::Configuration).explain("The address redirects. Set the final one."),
            200..300 => of(Kind::Server).explain("The answer is not what the platform documents."),
            401 => of(Kind::RejectedCredentials),
            403 => of(Kind::Forbidden),
            404 | 405 => of(Kind::Configuration).explain("Nothing answers at this address."),
            408 => of(Kind::Timeout),
            429 => Self {
                retry_after: reply.retry_after,
                ..of(Kind::RateLimited)
            },
            400..500 => of(Kind::Invalid),
            _ => of(Kind::Server),
        }
    }

    /// A failure of the settings, with the words for the owner.
    pub fn misconfigured(parts: &[&str]) -> Self {
        Self::new(Kind::Configuration, parts.concat())
    }

    /// An account with this email exists.
    pub fn taken(reply: &Reply) -> Self {
        Self::from_reply(Kind::Taken, reply).at(EMAIL.name)
    }

    /// The answer to a creation was lost. Its headers for CORS may be missing, in `cors`.
    pub fn unconfirmed(path: &str, cors: &str) -> Self {
        let words = [
            "The answer to POST ",
            path,
            " was lost. If that happens each time: does ",
            cors,
            " list this page?",
        ];
        Self::new(Kind::Unconfirmed, words.concat())
    }

    /// The same with the sentence that the browser is offline.
    pub fn offline(self) -> Self {
        Self {
            message: Message::Offline,
            ..self
        }
    }

    /// A refusal of a field's value, with the sentence that the field has for it.
    pub fn of_field(field: &Field, reply: &Reply) -> Self {
        let kind = match field.control {
            Control::Password => Kind::WeakPassword,
            _ => Kind::Invalid,
        };
        Self {
            message: field.refused,
            ..Self::from_reply(kind, reply).at(field.name)
        }
    }

    /// Ties the failure to a field.
    pub fn at(self, field: &'static str) -> Self {
        Self {
            field: Some(field),
            ..self
        }
    }

    /// Takes a secret out of the owner's sentence: platforms may repeat what they refuse.
    pub fn redact(self, secret: &str) -> Self {
        Self {
            detail: http::redact(&self.detail, secret),
            ..self
        }
    }

    /// Puts a sentence for the owner before the platform's own words.
    pub fn explain(mut self, sentence: &str) -> Self {
        self.detail = match self.detail.as_str() {
            "" => sentence.to_owned(),
            words => [sentence, " The answer was: ", words].concat(),
        };
        self
    }
}

/// A request that got no answer, where nothing can have been created by it.
impl From<TransportError> for Failure {
    fn from(error: TransportError) -> Self {
        match error {
            TransportError::Offline => Self {
                message: Message::Offline,
                ..Self::new(
                    Kind::Unreachable,
                    "No answer came, and the browser says that it is offline.",
                )
            },
            TransportError::Unreachable => Self::new(
                Kind::Unreachable,
                "No answer that this page may read. Is the address right, does the server run, \
                 and does its CORS configuration list this page's origin?",
            ),
            TransportError::TimedOut => {
                Self::new(Kind::Timeout, "No answer within the time limit.")
            }
        }
    }
}
