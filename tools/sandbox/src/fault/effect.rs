//! What a fault does to a request.

use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};

/// What a fault does to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Effect {
    /// Answers as always, but late.
    Delay {
        /// Milliseconds of waiting.
        ms: u64,
        /// Whether the waiting comes before the request is carried out, or after it.
        #[serde(default)]
        when: When,
    },
    /// Never answers; the request ends when the client gives up or the sandbox stops.
    Hang {
        /// Whether the request is carried out first.
        #[serde(default)]
        when: When,
    },
    /// Closes the connection without carrying the request out, and without a byte of an answer.
    CutBefore,
    /// Carries the request out, then closes the connection without a byte of an answer.
    CutAfter,
    /// Carries the request out and sends the headers and half of the body, then closes the connection.
    CutBody,
    /// Answers this instead of carrying the request out.
    Status {
        /// The status code.
        code: u16,
        /// What the body is.
        #[serde(default)]
        body: BodyKind,
        /// Seconds for the header `Retry-After`.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        retry_after: Option<u32>,
        /// Whether a page may read `Retry-After`.
        #[serde(default)]
        readable: bool,
    },
    /// Carries the request out, but no page may read the answer.
    NoCors,
    /// Carries the request out and calls the answer an image.
    WrongContentType,
    /// Carries the request out and sends the body in small pieces.
    SlowDrip {
        /// Milliseconds between two pieces.
        ms: u64,
    },
    /// Sends the browser elsewhere instead of carrying the request out.
    Redirect {
        /// Where to; the sandbox's own page if it isn't given.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    },
    /// Answers as if the caller's token had expired.
    ExpiredToken,
    /// Answers 200 with an HTML page instead of carrying the request out.
    Unreadable,
}

/// Whether a fault waits before the request is carried out or after it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Nothing has happened in the store yet.
    #[default]
    Before,
    /// The store has carried the request out.
    After,
}

/// The body of an answer that a fault makes up.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BodyKind {
    /// The platform's own error body for the status.
    #[default]
    Json,
    /// A proxy's error page.
    Html,
    /// Nothing.
    Empty,
    /// Half of the JSON, then the connection is closed.
    Cut,
    /// One megabyte of JSON.
    Large,
}

impl Effect {
    /// The name that the control API calls it by.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Delay { .. } => "delay",
            Self::Hang { .. } => "hang",
            Self::CutBefore => "cut-before",
            Self::CutAfter => "cut-after",
            Self::CutBody => "cut-body",
            Self::Status { .. } => "status",
            Self::NoCors => "no-cors",
            Self::WrongContentType => "wrong-content-type",
            Self::SlowDrip { .. } => "slow-drip",
            Self::Redirect { .. } => "redirect",
            Self::ExpiredToken => "expired-token",
            Self::Unreadable => "unreadable",
        }
    }

    /// Refuses a status code that no answer can have.
    pub(crate) fn check(&self) -> Result<()> {
        let Self::Status { code, .. } = self else {
            return Ok(());
        };
        ensure!(
            (200..=999).contains(code),
            "{code} is no status code of a final answer"
        );
        Ok(())
    }
}
