//! Running a test on a stage.

use crate::browser::{Browser, in_browser};
use crate::scope::platforms;
use crate::stage::Stage;
use anyhow::Result;
use futures_util::FutureExt;
use std::panic::{AssertUnwindSafe, resume_unwind};
use storefront_signup::registration::platform::{Platform, REGISTRY};

/// Runs a test with the first platform, where it does not matter which.
///
/// # Errors
/// When the test fails.
pub fn on_stage(test: impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
    in_browser(async |browser| match REGISTRY.first() {
        Some(platform) => perform(platform, browser, &test).await,
        None => Ok(()),
    })
}

/// Runs a test with each platform of the run in turn: see [`platforms`].
///
/// # Errors
/// When the test fails with one of them.
pub fn on_every_platform(test: impl AsyncFn(&Stage) -> Result<()>) -> Result<()> {
    in_browser(async |browser| {
        for platform in platforms()? {
            perform(platform, browser, &test).await?;
        }
        Ok(())
    })
}

/// Runs a test with one platform.
///
/// # Errors
/// When the test fails.
pub fn on_platform(
    platform: &'static Platform,
    test: impl AsyncFn(&Stage) -> Result<()>,
) -> Result<()> {
    in_browser(async |browser| perform(platform, browser, &test).await)
}

async fn perform(
    platform: &'static Platform,
    browser: &Browser,
    test: impl AsyncFn(&Stage) -> Result<()>,
) -> Result<()> {
    let stage = Stage::set(platform, browser).await?;
    watched(test(&stage), async || stage.describe()).await
}

/// Waits for a test, and prints what `describe` says if it fails or panics.
pub(crate) async fn watched(
    test: impl Future<Output = Result<()>>,
    describe: impl AsyncFnOnce() -> String,
) -> Result<()> {
    let result = AssertUnwindSafe(test).catch_unwind().await;
    if !matches!(result, Ok(Ok(()))) {
        eprintln!("{}", describe().await);
    }
    result.unwrap_or_else(|panic| resume_unwind(panic))
}
