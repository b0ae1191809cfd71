//! Running a test on a stage.

use crate::ability::Ability;
use crate::browser::Browser;
use crate::engine::Engine;
use crate::pool::{Lease, has_failed, in_browser};
use crate::scope::{every_platform, platforms_with, sampled_platforms};
use crate::site::Site;
use crate::stage::Stage;
use anyhow::{Context, Result};
use futures_util::FutureExt;
use std::panic::{AssertUnwindSafe, resume_unwind};
use storefront_signup::registration::platform::{Platform, REGISTRY};

/// Runs a test with the first platform, where it does not matter which.
///
/// # Errors
/// When the test fails.
pub fn on_stage(test: impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
    on_platform(first()?, test)
}

/// Runs a test with one platform.
///
/// # Errors
/// When the test fails.
pub fn on_platform(
    platform: &'static Platform,
    test: impl AsyncFn(&Stage) -> Result<()>,
) -> Result<()> {
    perform(Lease::Shared, platform, &test)
}

/// Runs a test with each platform of the sample in turn, or with every one in a whole run.
///
/// # Errors
/// When the test fails with one of them.
pub fn on_sampled_platforms(test: impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
    let mut platforms = sampled_platforms()?.into_iter();
    platforms.try_for_each(|platform| perform(Lease::Shared, platform, &test))
}

/// Runs a test with every platform in the first engine, and as [`on_sampled_platforms`] in the others. For
/// what no platform may be without: registering, an email that is taken, a refusal, a lost creation.
///
/// # Errors
/// When the test fails with one of them.
pub fn on_every_platform(test: impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
    let mut platforms = every_platform()?.into_iter();
    platforms.try_for_each(|platform| perform(Lease::Shared, platform, &test))
}

/// Runs a test with the first platform that has what the test is about, or with each that has it in a whole
/// run.
///
/// # Errors
/// When the test fails with one of them, or when no platform has it.
pub fn on_platforms_with(
    has: impl Fn(&Platform) -> bool,
    test: impl AsyncFn(&Stage) -> Result<()>,
) -> Result<()> {
    let mut platforms = platforms_with(has)?.into_iter();
    platforms.try_for_each(|platform| perform(Lease::Shared, platform, &test))
}

/// Runs a test that changes its browser by [`Ability::DevTools`], with the first platform and a browser of
/// its own. An engine without them leaves the test out, and the run says so.
///
/// # Errors
/// When the test fails.
pub fn on_stage_with_devtools(test: impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
    with_devtools(&[first()?], test)
}

/// [`on_stage_with_devtools`] with the platforms of [`on_sampled_platforms`].
///
/// # Errors
/// When the test fails with one of them.
pub fn on_sampled_platforms_with_devtools(test: impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
    with_devtools(&sampled_platforms()?, test)
}

fn with_devtools(
    platforms: &[&'static Platform],
    test: impl AsyncFn(&Stage) -> Result<()>,
) -> Result<()> {
    if !Engine::chosen()?.can(Ability::DevTools) {
        return Ok(());
    }
    let mut platforms = platforms.iter();
    platforms.try_for_each(|platform| perform(Lease::Own, platform, &test))
}

fn first() -> Result<&'static Platform> {
    REGISTRY.first().copied().context("no platform")
}

fn perform(
    lease: Lease,
    platform: &'static Platform,
    test: impl AsyncFn(&Stage) -> Result<()>,
) -> Result<()> {
    in_browser(lease, 0, async |browser: &Browser, site: &Site| {
        let stage = Stage::set(platform, site, browser).await?;
        let outcome = AssertUnwindSafe(test(&stage)).catch_unwind().await;
        if has_failed(&outcome) {
            eprintln!("{}", stage.describe());
        }
        outcome.unwrap_or_else(|panic| resume_unwind(panic))
    })
}
