//! How much of what repeats itself a run plays.

use crate::engine::{Engine, tell_once};
use anyhow::{Context, Result};
use std::env;
use storefront_signup::registration::platform::{Platform, REGISTRY};

/// Set to anything, it makes every engine play all.
const WHOLE: &str = "STOREFRONT_SIGNUP_WHOLE";

/// Whether everything is played: in the first engine, and where the environment asks for it. The
/// others play samples, since a platform's code is the same in all of them. Then the run says so.
///
/// # Errors
/// When the environment names an engine that there is not.
pub fn is_whole() -> Result<bool> {
    let engine = Engine::chosen()?;
    let is_whole = engine.is_first() || env::var_os(WHOLE).is_some();
    if !is_whole {
        let names: Vec<&str> = sample()?.iter().map(|platform| platform.id).collect();
        let (names, name, count) = (names.join(" and "), engine.name, REGISTRY.len());
        tell_once(format!(
            "sampled in {name}: {names} of {count} platforms, faults where the account is made; {WHOLE}=1 plays all"
        ));
    }
    Ok(is_whole)
}

/// The platforms that a test of all platforms visits.
///
/// # Errors
/// When the environment names an engine that there is not.
pub fn platforms() -> Result<Vec<&'static Platform>> {
    Ok(match is_whole()? {
        true => REGISTRY.to_vec(),
        false => sample()?,
    })
}

/// The platform with the most fields.
///
/// # Errors
/// When there is no platform.
pub fn longest() -> Result<&'static Platform> {
    let platforms = REGISTRY.iter().copied();
    let longest = platforms.max_by_key(|platform| platform.optional.len());
    longest.context("no platform")
}

/// The playground's default, which is the first, and the one with the most fields.
fn sample() -> Result<Vec<&'static Platform>> {
    let longest = longest()?;
    let first = REGISTRY.first().copied();
    let other = first.filter(|first| first.id != longest.id);
    Ok(other.into_iter().chain([longest]).collect())
}
