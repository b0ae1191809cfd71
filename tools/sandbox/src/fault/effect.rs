//! The effects of faults.

use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};

/// The effect of a fault on a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Effect {
    /// Responds as usual, but late.
    Delay {
        /// The delay in milliseconds.
        ms: u64,
        /// Whether the delay comes before or after the store handles the request.
        #[serde(default)]
        when: When,
    },
    /// Never responds. The request ends when the client gives up or the sandbox stops.
    Hang {
        /// Whether the store handles the request first.
        #[serde(default)]
        when: When,
    },
    /// Closes the connection. The store does not handle the request.
    CutBefore,
    /// Handles the request, then closes the connection without a response.
    CutAfter,
    /// Handles the request, sends the headers and half of the body, then closes the connection.
    CutBody,
    /// Responds with this status. The store does not handle the request.
    Status {
        /// The status code.
        code: u16,
        /// The body.
        #[serde(default)]
        body: BodyKind,
        /// The value of the header `Retry-After`, in seconds.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        retry_after: Option<u32>,
        /// Whether a page may read `Retry-After` (CORS).
        #[serde(default)]
        readable: bool,
    },
    /// Handles the request, but no page may read the response.
    NoCors,
    /// Handles the request, and sends the response with the content type of an image.
    WrongContentType,
    /// Handles the request, and sends the body in small pieces.
    SlowDrip {
        /// The pause between two pieces, in milliseconds.
        ms: u64,
    },
    /// Redirects the browser. The store does not handle the request.
    Redirect {
        /// The URL. The default is the sandbox's page.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        to: Option<String>,
    },
    /// Responds as if the token had expired.
    ExpiredToken,
    /// Responds with status 200 and an HTML page. The store does not handle the request.
    Unreadable,
}

/// Whether a fault waits before or after the store handles the request.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum When {
    /// Before: the store has not changed yet.
    #[default]
    Before,
    /// After: the store has changed.
    After,
}

/// The body of a response from a fault.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum BodyKind {
    /// The platform's own error body for the status.
    #[default]
    Json,
    /// The error page of a proxy.
    Html,
    /// No body.
    Empty,
    /// Half of the JSON, then the connection closes.
    Cut,
    /// One megabyte of JSON.
    Large,
}

impl Effect {
    /// Its name in the control API.
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

    /// Refuses an invalid status code.
    ///
    /// # Errors
    /// If the code is not between 200 and 999.
    pub(crate) fn check(&self) -> Result<()> {
        let Self::Status { code, .. } = self else {
            return Ok(());
        };
        ensure!(
            (200..=999).contains(code),
            "{code} is not the status code of a final response"
        );
        Ok(())
    }
}
