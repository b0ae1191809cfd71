//! Ctrl-C, SIGTERM and SIGHUP.

use anyhow::{Result, bail};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// Turns Ctrl-C into an ordinary error, so that all started programs are stopped.
pub fn listen() -> Result<()> {
    ctrlc::set_handler(|| REQUESTED.store(true, Ordering::SeqCst))?;
    Ok(())
}

/// Sleeps.
///
/// # Errors
/// If the user has asked to stop.
pub fn pause(duration: Duration) -> Result<()> {
    sleep(duration);
    check()
}

/// Checks for a request to stop.
///
/// # Errors
/// If the user has asked to stop.
pub fn check() -> Result<()> {
    if REQUESTED.load(Ordering::SeqCst) {
        bail!("stopped");
    }
    Ok(())
}
