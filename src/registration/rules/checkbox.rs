//! A yes or no.

use super::Verdict;
use crate::registration::values::Values;

/// What is ticked is `true`.
pub fn check(_: &str, _: &Values) -> Verdict {
    Ok("true".to_owned())
}
