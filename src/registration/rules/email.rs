//! An email address that a store's platform takes.
//!
//! The strictest platform is the measure for what stands before the `@`, so that no address is refused after
//! half of an account was made: Medusa v2 checks with zod's pattern, and only in its second request.

use super::plain::{plain, trim};
use super::{Verdict, refuse_if};
use crate::registration::message::Message;
use crate::registration::search::{contains, rsplit_once, split_once};
use crate::registration::values::Values;

/// In characters, as RFC 5321 has it.
const LONGEST: usize = 254;
const LONGEST_LOCAL: usize = 64;
const LONGEST_LABEL: usize = 63;

/// Takes plain signs for those of other scripts, removes what can't be seen and comes along where a text is
/// pasted, lower-cases, and refuses what no platform takes.
///
/// The domain has to be in its ASCII form already: turning `exämple.de` into `xn--exmple-cua.de`
/// takes tables that the browser has.
pub fn check(typed: &str, _: &Values) -> Verdict {
    let email = trim(&plain(typed)).to_ascii_lowercase();
    let (local, domain) = split_once(&email, "@").ok_or(Message::EmailAt)?;
    refuse_if(contains(domain, "@") || local.is_empty(), Message::EmailAt)?;
    refuse_if(domain.is_empty(), Message::EmailDomain)?;
    refuse_if(!is_local(local), Message::EmailLocal)?;
    refuse_if(!is_domain(domain), Message::EmailDomain)?;
    let too_long = email.len() > LONGEST || local.len() > LONGEST_LOCAL;
    refuse_if(too_long, Message::EmailLong)?;
    Ok(email)
}

/// The same for Medusa v2, whose pattern takes no ending of another script: `xn--p1ai` has a digit and dashes.
pub fn check_for_medusa(typed: &str, others: &Values) -> Verdict {
    let email = check(typed, others)?;
    let is_plain = rsplit_once(&email, ".").is_some_and(|(_, top)| is_word(top));
    refuse_if(!is_plain, Message::EmailEnding)?;
    Ok(email)
}

fn is_local(local: &str) -> bool {
    let is_allowed =
        |c: char| c.is_ascii_alphanumeric() || matches!(c, '_' | '\'' | '+' | '-' | '.');
    let dots_are_inside =
        !local.starts_with('.') && !local.ends_with('.') && !contains(local, "..");
    // zod wants the last character to be a letter, a digit or one of `_+-`.
    dots_are_inside && local.chars().all(is_allowed) && !local.ends_with('\'')
}

fn is_domain(domain: &str) -> bool {
    let Some((rest, top)) = rsplit_once(domain, ".") else {
        return false;
    };
    let is_top = is_word(top) || (top.starts_with("xn--") && is_label(top));
    is_top && rest.split('.').all(is_label)
}

fn is_word(top: &str) -> bool {
    top.len() >= 2 && top.bytes().all(|byte| byte.is_ascii_alphabetic())
}

fn is_label(label: &str) -> bool {
    let is_allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'-';
    let is_sized = !label.is_empty() && label.len() <= LONGEST_LABEL;
    let dashes_are_inside = !label.starts_with('-') && !label.ends_with('-');
    is_sized && dashes_are_inside && label.bytes().all(is_allowed)
}
