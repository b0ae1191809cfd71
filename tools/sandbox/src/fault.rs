//! How the store can be told to misbehave.

use anyhow::{Result, ensure};
use serde::{Deserialize, Serialize};

/// A fault waits for a request of its platform and step, and spoils it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The platform's id.
    pub platform: String,
    /// The step that it waits for; every step of the platform but `preflight` if none is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// How many requests it still spoils; 0 means until it is cleared.
    #[serde(default = "once")]
    pub times: u32,
    /// What happens to the request.
    #[serde(flatten)]
    pub effect: Effect,
}

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

impl Fault {
    /// A fault for one request of `platform`, whichever its step is.
    pub fn new(platform: impl Into<String>, effect: Effect) -> Self {
        Self {
            platform: platform.into(),
            step: None,
            times: once(),
            effect,
        }
    }

    /// Waits for `step` only.
    #[must_use]
    pub fn on(mut self, step: impl Into<String>) -> Self {
        self.step = Some(step.into());
        self
    }

    /// Spoils so many requests; 0 means until it is cleared.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }

    fn awaits(&self, platform: &str, step: &str) -> bool {
        let step_fits = self
            .step
            .as_deref()
            .map_or(step != PREFLIGHT, |named| named == step);
        self.platform == platform && step_fits
    }
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

/// The step of every browser's question before the real request.
pub(crate) const PREFLIGHT: &str = "preflight";

/// Takes the first fault that waits for this request, and counts it down.
pub(crate) fn take(faults: &mut Vec<Fault>, platform: &str, step: &str) -> Option<Effect> {
    let position = faults
        .iter()
        .position(|fault| fault.awaits(platform, step))?;
    let fault = faults.get_mut(position)?;
    let effect = fault.effect.clone();
    match fault.times {
        0 => {}
        1 => drop(faults.remove(position)),
        _ => fault.times -= 1,
    }
    Some(effect)
}

fn once() -> u32 {
    1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_used_up() {
        let mut faults = vec![Fault::new("shop", Effect::CutAfter).on("create").times(2)];
        assert_eq!(take(&mut faults, "shop", "register"), None);
        assert_eq!(take(&mut faults, "other", "create"), None);
        assert_eq!(take(&mut faults, "shop", "create"), Some(Effect::CutAfter));
        assert_eq!(take(&mut faults, "shop", "create"), Some(Effect::CutAfter));
        assert_eq!(take(&mut faults, "shop", "create"), None);
    }

    #[test]
    fn a_fault_without_an_end_stays() {
        let mut faults = vec![Fault::new("shop", Effect::NoCors).times(0)];
        assert!((0..9).all(|_| take(&mut faults, "shop", "create").is_some()));
    }

    #[test]
    fn a_fault_of_a_whole_platform_spares_preflights() {
        let mut faults = vec![Fault::new("shop", Effect::NoCors)];
        assert_eq!(take(&mut faults, "shop", PREFLIGHT), None);
    }

    #[test]
    fn the_name_is_the_one_that_json_has() {
        let effects = [
            Effect::CutBefore,
            Effect::Delay {
                ms: 1,
                when: When::After,
            },
            Effect::SlowDrip { ms: 1 },
        ];
        for effect in effects {
            let json = serde_json::to_value(Fault::new("shop", effect.clone())).unwrap();
            assert_eq!(json["kind"], effect.name());
        }
    }
}
