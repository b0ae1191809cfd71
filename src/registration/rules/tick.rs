//! A checkbox that is ticked.

use super::Verdict;
use crate::registration::values::Values;

/// The value of a ticked checkbox.
pub const TICKED: &str = "true";

/// Whatever text stands for the tick, `true` is sent.
pub fn check(_: &str, _: &Values) -> Verdict {
    Ok(TICKED.to_owned())
}
