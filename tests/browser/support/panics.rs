//! A panic inside of a listener or a task does not reach the test: this notices it.

use std::panic;
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

static SEEN: AtomicUsize = AtomicUsize::new(0);
static WATCH: Once = Once::new();

/// The number of panics up to a moment.
pub struct Panics(usize);

impl Panics {
    /// Begins to count.
    pub fn watch() -> Self {
        WATCH.call_once(|| {
            let report = panic::take_hook();
            panic::set_hook(Box::new(move |info| {
                SEEN.fetch_add(1, Ordering::Relaxed);
                report(info);
            }));
        });
        Self(SEEN.load(Ordering::Relaxed))
    }
}

impl Drop for Panics {
    fn drop(&mut self) {
        assert_eq!(SEEN.load(Ordering::Relaxed), self.0, "the widget panicked");
    }
}
