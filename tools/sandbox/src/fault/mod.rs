//! Faults: which requests fail.

mod effect;

use serde::{Deserialize, Serialize};

pub use effect::{BodyKind, Effect, When};

/// A fault changes what happens to the next request of its platform and step.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The platform's id.
    pub platform: String,
    /// The step that it applies to. Without a step it applies to all steps except `preflight`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub step: Option<String>,
    /// How many requests it still applies to. 0 means all, until it is cleared.
    #[serde(default = "once")]
    pub times: u32,
    /// The effect on the request.
    #[serde(flatten)]
    pub effect: Effect,
}

impl Fault {
    /// A fault for one request of `platform`, at any step.
    pub fn new(platform: impl Into<String>, effect: Effect) -> Self {
        Self {
            platform: platform.into(),
            step: None,
            times: once(),
            effect,
        }
    }

    /// Limits the fault to `step`.
    #[must_use]
    pub fn on(mut self, step: impl Into<String>) -> Self {
        self.step = Some(step.into());
        self
    }

    /// Sets how many requests the fault applies to. 0 means all, until it is cleared.
    #[must_use]
    pub fn times(mut self, times: u32) -> Self {
        self.times = times;
        self
    }

    fn applies_to(&self, platform: &str, step: &str) -> bool {
        let is_step = self
            .step
            .as_deref()
            .map_or(step != PREFLIGHT, |named| named == step);
        self.platform == platform && is_step
    }
}

/// The step of every preflight request.
pub(crate) const PREFLIGHT: &str = "preflight";

/// Returns the effect of the first fault that applies to this request, and counts the fault down.
pub(crate) fn take(faults: &mut Vec<Fault>, platform: &str, step: &str) -> Option<Effect> {
    let position = faults
        .iter()
        .position(|fault| fault.applies_to(platform, step))?;
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
    fn a_fault_ends_after_its_number_of_requests() {
        let mut faults = vec![Fault::new("shop", Effect::CutAfter).on("create").times(2)];
        assert_eq!(take(&mut faults, "shop", "register"), None);
        assert_eq!(take(&mut faults, "other", "create"), None);
        assert_eq!(take(&mut faults, "shop", "create"), Some(Effect::CutAfter));
        assert_eq!(take(&mut faults, "shop", "create"), Some(Effect::CutAfter));
        assert_eq!(take(&mut faults, "shop", "create"), None);
    }

    #[test]
    fn a_fault_with_zero_times_stays() {
        let mut faults = vec![Fault::new("shop", Effect::NoCors).times(0)];
        assert!((0..9).all(|_| take(&mut faults, "shop", "create").is_some()));
    }

    #[test]
    fn a_fault_without_a_step_leaves_preflights_alone() {
        let mut faults = vec![Fault::new("shop", Effect::NoCors)];
        assert_eq!(take(&mut faults, "shop", PREFLIGHT), None);
    }

    #[test]
    fn the_name_is_the_kind_in_json() {
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
