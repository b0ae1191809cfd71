//! The code of a state or province, as in ISO 3166-2 behind the country.

use super::{Verdict, refuse_if};
use crate::registration::message::Message;
use crate::registration::values::Values;

/// Trims and upper-cases. Letters, digits and dashes, 6 at most.
pub fn check(typed: &str, _: &Values) -> Verdict {
    let code = typed.trim().to_ascii_uppercase();
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    refuse_if(
        code.len() > 6 || !code.bytes().all(is_allowed),
        Message::StateCode,
    )?;
    Ok(code)
}
