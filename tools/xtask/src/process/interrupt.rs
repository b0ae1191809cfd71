//! Ctrl-C, and the same wish sent as SIGTERM or SIGHUP.

use anyhow::{Result, bail};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

static REQUESTED: AtomicBool = AtomicBool::new(false);

/// Turns Ctrl-C into an error that unwinds normally, so that everything started gets stopped.
pub fn listen() -> Result<()> {
    ctrlc::set_handler(|| REQUESTED.store(true, Ordering::SeqCst))?;
    Ok(())
}

/// Sleeps. Fails when the user has asked to stop.
pub fn pause(duration: Duration) -> Result<()> {
    sleep(duration);
    check()
}

/// Fails when the user has asked to stop.
pub fn check() -> Result<()> {
    if REQUESTED.load(Ordering::SeqCst) {
        bail!("stopped");
    }
    Ok(())
}
