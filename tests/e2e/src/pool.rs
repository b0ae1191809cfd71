//! The browsers of a test program. A test borrows one, and the next test gets the same one.

use crate::browser::Browser;
use crate::engine::{Engine, is_shown, tell_once};
use crate::site::Site;
use anyhow::{Context, Result, anyhow};
use futures_util::FutureExt;
use std::future::pending;
use std::io;
use std::panic::{AssertUnwindSafe, resume_unwind};
use std::sync::{LazyLock, Mutex, PoisonError};
use std::thread;
use tokio::runtime::{Builder, Runtime};

/// What a browser, a store and a site live in, longer than any test.
static RUNTIME: LazyLock<io::Result<Runtime>> = LazyLock::new(|| {
    Builder::new_multi_thread()
        .worker_threads(2)
        .enable_all()
        .build()
});

/// The browsers that no test has. As many as there were tests at the same time.
static IDLE: Mutex<Vec<Browser>> = Mutex::new(Vec::new());

/// How a test ended: with a result or with a panic.
type Outcome = thread::Result<Result<()>>;

/// Which browser a test gets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lease {
    /// One that other tests had before and get after it, as if it were new.
    Shared,
    /// One that nobody had before or gets after it, since the test changes the browser itself.
    Own,
}

/// Runs a test with a site at a port and a browser. 0 is any port that is free. After a failure, it prints
/// what the page recorded.
///
/// # Errors
/// When the test fails, when the browser or the site does not start, or when the browser stops answering.
pub fn in_browser(
    lease: Lease,
    port: u16,
    test: impl AsyncFnOnce(&Browser, &Site) -> Result<()>,
) -> Result<()> {
    let runtime = RUNTIME
        .as_ref()
        .map_err(|error| anyhow!("no runtime: {error}"))?;
    runtime.block_on(async {
        let site = Site::start(port).await?;
        let engine = Engine::chosen()?;
        let lease = if engine.is_used_once {
            Lease::Own
        } else {
            lease
        };
        let browser = take(engine, lease).await?;
        let test = AssertUnwindSafe(test(&browser, &site));
        let outcome = test.catch_unwind().await;
        if has_failed(&outcome) {
            eprintln!("{}", browser.describe().await);
            if is_shown() {
                tell_once("the browser of the failed test stays open until Ctrl-C".to_owned());
                pending::<()>().await;
            }
        }
        let left = give_back(browser, lease, &site).await;
        site.stop().await;
        conclude(outcome, left)
    })
}

/// Whether a test has ended with an error or a panic.
pub(crate) fn has_failed(outcome: &Outcome) -> bool {
    !matches!(outcome, Ok(Ok(())))
}

async fn take(engine: &'static Engine, lease: Lease) -> Result<Browser> {
    let idle = match lease {
        Lease::Shared => IDLE.lock().unwrap_or_else(PoisonError::into_inner).pop(),
        Lease::Own => None,
    };
    match idle {
        Some(browser) => Ok(browser),
        None => Browser::open(engine, lease).await,
    }
}

/// Makes a shared browser ready for the next test. One that can't be made ready is ended, and so is one of a
/// test's own.
async fn give_back(browser: Browser, lease: Lease, site: &Site) -> Result<()> {
    let left = match lease {
        Lease::Shared => browser.leave(site).await,
        Lease::Own => browser.answers().await,
    };
    if lease == Lease::Own || left.is_err() {
        browser.end();
    } else {
        IDLE.lock()
            .unwrap_or_else(PoisonError::into_inner)
            .push(browser);
    }
    left
}

/// The result of a test whose browser was left as it has to be, or was not.
fn conclude(outcome: Outcome, left: Result<()>) -> Result<()> {
    match (outcome, left) {
        (Ok(result), Ok(())) => result,
        (Err(panic), Ok(())) => resume_unwind(panic),
        (Ok(Ok(())), Err(silence)) => Err(silence),
        (Ok(Err(error)), Err(silence)) => Err(error).context(format!("{silence:#}")),
        (Err(_), Err(silence)) => Err(silence.context("the test panicked")),
    }
}
