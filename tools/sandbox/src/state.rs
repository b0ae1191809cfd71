//! The state of the sandbox. All connections share it.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Result, ensure};

use crate::context::Context;
use crate::fault::{Fault, PREFLIGHT};
use crate::log::Log;
use crate::platform::{self, Platform, REGISTRY};
use crate::settings::Settings;
use crate::store::Store;

/// All that outlives a request.
pub(crate) struct State {
    store: Mutex<Store>,
    settings: Mutex<Settings>,
    /// The faults, oldest first.
    pub faults: Mutex<Vec<Fault>>,
    /// The latest requests.
    pub log: Mutex<Log>,
    /// Whether to print each request.
    pub verbose: bool,
}

impl State {
    /// Opens the store, and creates the first accounts on each platform that has none.
    ///
    /// # Errors
    /// If the store can't be opened.
    pub fn open(data: Option<&Path>, verbose: bool) -> Result<Self> {
        let store = Store::open(data)?;
        seed(&store)?;
        Ok(Self {
            store: Mutex::new(store),
            settings: Mutex::default(),
            faults: Mutex::default(),
            log: Mutex::default(),
            verbose,
        })
    }

    /// Runs `work` with the store. Nothing else uses the store at the same time.
    pub fn with_context<T>(&self, platform: &dyn Platform, work: impl FnOnce(&Context) -> T) -> T {
        let store = lock(&self.store);
        let settings = lock(&self.settings);
        work(&Context {
            platform: platform.id(),
            store: &store,
            settings: &settings,
        })
    }

    /// Runs `work` with the settings.
    pub fn with_settings<T>(&self, work: impl FnOnce(&mut Settings) -> T) -> T {
        work(&mut lock(&self.settings))
    }

    /// Adds a fault.
    ///
    /// # Errors
    /// If there is no such platform, step or status code.
    pub fn add_fault(&self, fault: Fault) -> Result<()> {
        let platform = platform::find(&fault.platform)?;
        if let Some(step) = &fault.step {
            let exists = step == PREFLIGHT || platform.steps().contains(&step.as_str());
            ensure!(
                exists,
                "{} has no step {step:?}; it has {:?}",
                platform.id(),
                platform.steps()
            );
        }
        fault.effect.check()?;
        lock(&self.faults).push(fault);
        Ok(())
    }

    /// Removes accounts, faults, settings and the log, and creates the first accounts again.
    ///
    /// # Errors
    /// If the store can't be written.
    pub fn reset(&self) -> Result<()> {
        lock(&self.faults).clear();
        lock(&self.log).clear();
        self.with_settings(|settings| *settings = Settings::default());
        self.clear_accounts()
    }

    /// Removes all accounts, and creates the first ones again.
    ///
    /// # Errors
    /// If the store can't be written.
    pub fn clear_accounts(&self) -> Result<()> {
        let store = lock(&self.store);
        store.clear()?;
        seed(&store)
    }
}

/// Locks, even after a panic in another thread. No statement leaves a value half changed.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Creates the first accounts on platforms that have none.
fn seed(store: &Store) -> Result<()> {
    for platform in REGISTRY {
        if platform.accounts(store)?.is_empty() {
            platform.seed(store)?;
        }
    }
    Ok(())
}
