//! How much of what repeats itself a run plays.

use crate::engine::{Engine, tell_once};
use anyhow::{Context, Result};
use std::{env, thread};
use storefront_signup::registration::platform::{Platform, REGISTRY};

/// `cargo xtask test --whole` sets it.
const WHOLE: &str = "STOREFRONT_SIGNUP_WHOLE";

/// Whether the run plays everything in every engine.
pub fn is_whole() -> bool {
    env::var_os(WHOLE).is_some()
}

/// Tells the run what the current test leaves out of it.
///
/// # Errors
/// When the environment names an engine that there is not.
pub fn tell_left_out(what: &str) -> Result<()> {
    let thread = thread::current();
    let test = thread.name().unwrap_or("a test");
    let engine = Engine::chosen()?.name;
    tell_once(format!("left out in {engine}: {what} ({test})"));
    Ok(())
}

/// The platforms that stand for all others, or all of them in a whole run.
///
/// # Errors
/// When the environment names an engine that there is not.
pub fn sampled_platforms() -> Result<Vec<&'static Platform>> {
    if is_whole() {
        return Ok(REGISTRY.to_vec());
    }
    let sample = sample()?;
    let is_left_out = |platform: &&&Platform| sample.iter().all(|own| own.id != platform.id);
    let left_out = REGISTRY.iter().filter(is_left_out);
    let names: Vec<&str> = left_out.map(|platform| platform.id).collect();
    tell_left_out(&names.join(", "))?;
    Ok(sample)
}

/// Every platform in the first engine and in a whole run. In the others the sample, since a platform's code
/// is the same in all of them.
///
/// # Errors
/// When the environment names an engine that there is not.
pub fn every_platform() -> Result<Vec<&'static Platform>> {
    match Engine::chosen()?.is_first() {
        true => Ok(REGISTRY.to_vec()),
        false => sampled_platforms(),
    }
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
