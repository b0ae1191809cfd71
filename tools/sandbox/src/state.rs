//! The sandbox's memory, shared by all connections.

use std::path::Path;
use std::sync::{Mutex, MutexGuard, PoisonError};

use anyhow::{Result, ensure};

use crate::context::Context;
use crate::fault::{Fault, PREFLIGHT};
use crate::log::Log;
use crate::platform::{self, Platform, REGISTRY};
use crate::settings::Settings;
use crate::store::Store;

/// Everything that outlives a request.
pub(crate) struct State {
    store: Mutex<Store>,
    settings: Mutex<Settings>,
    /// Faults that wait for their request, oldest first.
    pub faults: Mutex<Vec<Fault>>,
    /// The latest requests.
    pub log: Mutex<Log>,
    /// Whether each request is printed.
    pub verbose: bool,
}

impl State {
    /// Opens the store, and gives the first accounts to each platform that has none.
    ///
    /// # Errors
    /// When the store can't be opened.
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

    /// Runs `work` with the store; nobody else uses it meanwhile.
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
    /// When its platform or step doesn't exist, or its status code isn't one.
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

    /// Forgets accounts, faults, settings and the log, and starts again with the first accounts.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn reset(&self) -> Result<()> {
        lock(&self.faults).clear();
        lock(&self.log).clear();
        self.with_settings(|settings| *settings = Settings::default());
        self.clear_accounts()
    }

    /// Forgets every account, and starts again with the first ones.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn clear_accounts(&self) -> Result<()> {
        let store = lock(&self.store);
        store.clear()?;
        seed(&store)
    }
}

/// Locks, also after a panic elsewhere: every value is whole between two statements.
pub(crate) fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Puts the first accounts where a platform has none.
fn seed(store: &Store) -> Result<()> {
    for platform in REGISTRY {
        if platform.accounts(store)?.is_empty() {
            platform.seed(store)?;
        }
    }
    Ok(())
}
