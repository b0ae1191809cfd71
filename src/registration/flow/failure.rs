//! Failures, in kinds that are the same for every platform.

use crate::registration::field::{Control, EMAIL, Field};
use crate::registration::http::{self, Reply, TransportError};
use crate::registration::message::Message;

/// Why a registration failed, or why its result is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// What went wrong.
    pub kind: Kind,
    /// The name of the field that has to change.
    pub field: Option<&'static str>,
    /// The HTTP status of the response, if there was one.
    pub status: Option<u16>,
    /// The seconds to wait before the next try, if the platform says so.
    pub retry_after: Option<u32>,
    /// The sentence for the shopper.
    pub message: Message,
    /// The sentence for the owner, in English. It ends with the platform's own message.
    pub detail: String,
}

/// The kinds of failures. The event `signup-error` has their names in `kind`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// An account with this email exists.
    Taken,
    /// The platform refuses a value.
    Invalid,
    /// The platform refuses the password.
    WeakPassword,
    /// The platform refuses the owner's key or token.
    RejectedCredentials,
    /// The owner's key or token has no permission to create customers.
    Forbidden,
    /// The platform got too many requests.
    RateLimited,
    /// There was no response, or the browser does not let the page read it.
    Unreachable,
    /// The request timed out, and it did not create anything.
    Timeout,
    /// The response to the request that creates the account was lost.
    Unconfirmed,
    /// The platform has an internal error.
    Server,
    /// The owner has to change the settings.
    Configuration,
}

impl Kind {
    /// All kinds.
    pub const ALL: &'static [Self] = &[
        Self::Taken,
        Self::Invalid,
        Self::WeakPassword,
        Self::RejectedCredentials,
        Self::Forbidden,
        Self::RateLimited,
        Self::Unreachable,
        Self::Timeout,
        Self::Unconfirmed,
        Self::Server,
        Self::Configuration,
    ];

    /// The name in the event's `kind`.
    pub const fn name(self) -> &'static str {
        self.facts().0
    }

    /// Whether the shopper can try again without changing anything.
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

/// The place where the owner of an API lists the origins that may call it.
pub const OWN_CORS: &str = "its CORS configuration";

impl Failure {
    /// A failure with the default sentence of its kind.
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

    /// A failure with the status of a response and the excerpt of its body.
    pub fn from_reply(kind: Kind, reply: &Reply) -> Self {
        Self {
            status: Some(reply.status),
            ..Self::new(kind, reply.excerpt.clone())
        }
    }

    /// The meaning of a status, for the responses that a platform does not explain itself.
    ///
    /// A success without the documented body is a failure of the server.
    pub fn from_status(reply: &Reply) -> Self {
        let of = |kind| Self::from_reply(kind, reply);
        match reply.status {
            0 => of(Kind::Configuration).explain("The URL redirects. Set the final URL."),
            200..300 => of(Kind::Server).explain("The response is not the documented one."),
            401 => of(Kind::RejectedCredentials),
            403 => of(Kind::Forbidden),
            404 | 405 => of(Kind::Configuration).explain("There is no API at this URL."),
            408 => of(Kind::Timeout),
            429 => Self {
                retry_after: reply.retry_after,
                ..of(Kind::RateLimited)
            },
            400..500 => of(Kind::Invalid),
            _ => of(Kind::Server),
        }
    }

    /// A failure of the settings. The parts are one sentence for the owner.
    pub fn misconfigured(parts: &[&str]) -> Self {
        Self::new(Kind::Configuration, parts.concat())
    }

    /// An account with this email exists.
    pub fn taken(reply: &Reply) -> Self {
        Self::from_reply(Kind::Taken, reply).at(EMAIL.name)
    }

    /// A lost response to `POST path`. The setting `cors` may not list the page.
    pub fn unconfirmed(path: &str, cors: &str) -> Self {
        let parts = [
            "The response to POST ",
            path,
            " was lost. If that happens each time, does ",
            cors,
            " list this page?",
        ];
        Self::new(Kind::Unconfirmed, parts.concat())
    }

    /// The same failure, with the sentence for a browser that is offline.
    pub fn offline(self) -> Self {
        Self {
            message: Message::Offline,
            ..self
        }
    }

    /// The platform refuses the value of a field. The sentence is that of the field.
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

    /// Names the field that has to change.
    pub fn at(self, field: &'static str) -> Self {
        Self {
            field: Some(field),
            ..self
        }
    }

    /// Removes a secret from the owner's sentence. Platforms may repeat the value that they refuse.
    pub fn redact(self, secret: &str) -> Self {
        Self {
            detail: http::redact(&self.detail, secret),
            ..self
        }
    }

    /// Puts a sentence for the owner before the platform's own message.
    pub fn explain(mut self, sentence: &str) -> Self {
        self.detail = match self.detail.as_str() {
            "" => sentence.to_owned(),
            response => [sentence, " The response was: ", response].concat(),
        };
        self
    }
}

/// A request without a response that can't have created anything.
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
                "There is no response that this page may read. Is the URL right, does the server run, \
                 and does its CORS configuration list this page's origin?",
            ),
            TransportError::TimedOut => Self::new(
                Kind::Timeout,
                "There was no response within the time limit.",
            ),
        }
    }
}
