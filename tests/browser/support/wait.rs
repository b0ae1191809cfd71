use gloo_timers::future::TimeoutFuture;

const POLL_MILLISECONDS: u32 = 5;
const POLLS: u32 = 800;

/// Lets the browser do everything that is due: promises, effects, events.
pub async fn tick() {
    TimeoutFuture::new(0).await;
}

/// Waits as long as something that must not happen would need to happen.
pub async fn pause() {
    TimeoutFuture::new(50).await;
}

/// Waits until a condition holds, four seconds at most.
pub async fn until(what: &str, mut holds: impl FnMut() -> bool) {
    for _ in 0..POLLS {
        if holds() {
            return;
        }
        TimeoutFuture::new(POLL_MILLISECONDS).await;
    }
    panic!("waited in vain until {what}");
}
