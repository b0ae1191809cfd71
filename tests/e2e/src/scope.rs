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
    tell_left_out_of(REGISTRY, &sample)?;
    Ok(sample)
}

/// The first platform that has something, or each that has it in a whole run.
///
/// # Errors
/// When no platform has it.
pub fn platforms_with(has: impl Fn(&Platform) -> bool) -> Result<Vec<&'static Platform>> {
    let all = REGISTRY.iter().copied().filter(|platform| has(platform));
    let mut platforms: Vec<&Platform> = all.collect();
    let first = *platforms.first().context("no platform has it")?;
    if !is_whole() {
        tell_left_out_of(&platforms, &[first])?;
        platforms.truncate(1);
    }
    Ok(platforms)
}

/// Tells the run which platforms the current test leaves out of it.
fn tell_left_out_of(all: &[&Platform], played: &[&Platform]) -> Result<()> {
    let is_played = |id| played.iter().any(|platform| platform.id == id);
    let names = all.iter().map(|platform| platform.id);
    let left_out: Vec<&str> = names.filter(|id| !is_played(*id)).collect();
    match left_out.is_empty() {
        true => Ok(()),
        false => tell_left_out(&left_out.join(", ")),
    }
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
