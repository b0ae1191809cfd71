//! Faults: which request fails, and how.

mod effect;

use serde::{Deserialize, Serialize};

pub use effect::{BodyKind, Effect, When};

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
