use anyhow::{Result, bail};
use std::time::{Duration, Instant};

const DEADLINE: Duration = Duration::from_secs(20);
/// The first pause between two questions; each is half as long again as the one before, up to the longest.
const SHORTEST: Duration = Duration::from_millis(10);
const LONGEST: Duration = Duration::from_millis(100);

/// Asks `probe` until it has something.
///
/// # Errors
/// When it has nothing for 20 seconds, with `what` was waited for, or when it fails.
pub async fn until<T>(what: &str, mut probe: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
    let started = Instant::now();
    let mut pause = SHORTEST;
    while started.elapsed() < DEADLINE {
        if let Some(found) = probe().await? {
            return Ok(found);
        }
        tokio::time::sleep(pause).await;
        pause = LONGEST.min(pause * 3 / 2);
    }
    bail!("waited {} s for {what}", DEADLINE.as_secs())
}
