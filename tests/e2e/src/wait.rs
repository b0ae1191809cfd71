use anyhow::{Result, bail};
use std::time::{Duration, Instant};

const DEADLINE: Duration = Duration::from_secs(20);
const INTERVAL: Duration = Duration::from_millis(20);

/// Asks `probe` until it has something.
///
/// # Errors
/// When it has nothing for 20 seconds, with `what` was waited for, or when it fails.
pub async fn until<T>(what: &str, mut probe: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let started = Instant::now();
    while started.elapsed() < DEADLINE {
        if let Some(found) = probe().await? {
            return Ok(found);
        }
        tokio::time::sleep(INTERVAL).await;
    }
    bail!("waited {} s for {what}", DEADLINE.as_secs())
}
