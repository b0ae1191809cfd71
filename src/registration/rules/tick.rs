//! A checkbox that is ticked.

use super::Verdict;
use crate::registration::values::Values;

/// Whatever text stands for the tick, `true` is sent.
pub fn check(_: &str, _: &Values) -> Verdict {
    Ok("true".to_owned())
}
