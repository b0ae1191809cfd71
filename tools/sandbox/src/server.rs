//! Starts and stops a sandbox.

use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::{Context, Result};
use tokio::net::TcpListener;
use tokio::sync::oneshot;
use tokio::task::JoinHandle;

use crate::account::{Account, Group};
use crate::fault::Fault;
use crate::log::Entry;
use crate::state::{State, lock};
use crate::{connection, platform, web};

/// The options of a sandbox. The default is any free port, and a store in memory.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The port on 127.0.0.1. 0 takes any free port.
    pub port: u16,
    /// The file for the accounts. Without a file, the accounts are lost when the sandbox stops.
    pub data: Option<PathBuf>,
    /// Whether to print a line for each request, without secrets.
    pub verbose: bool,
}

/// The sandbox, before it runs.
pub struct Sandbox;

impl Sandbox {
    /// Starts a sandbox on 127.0.0.1, in the current Tokio runtime.
    ///
    /// # Errors
    /// If the port is in use, or the store can't be opened.
    pub async fn start(options: Options) -> Result<Running> {
        let state = Arc::new(State::open(options.data.as_deref(), options.verbose)?);
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        let listener = TcpListener::bind(address)
            .await
            .with_context(|| format!("listening on {address}"))?;
        let address = listener.local_addr()?;
        let (stop, stopped) = oneshot::channel();
        let task = tokio::spawn(connection::serve(
            listener,
            web::router(Arc::clone(&state)),
            stopped,
        ));
        Ok(Running {
            address,
            state,
            stop,
            task,
        })
    }
}

/// A running sandbox. It stops when this is dropped.
pub struct Running {
    address: SocketAddr,
    state: Arc<State>,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Running {
    /// Its URL: `http://127.0.0.1:<port>`, without a trailing slash. The endpoint of a platform is `<url>/<platform>`.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The accounts of a platform, oldest first.
    ///
    /// # Errors
    /// If there is no such platform, or the store can't be read.
    pub fn accounts(&self, platform: &str) -> Result<Vec<Account>> {
        let platform = platform::find(platform)?;
        self.state
            .with_context(platform, |context| platform.accounts(context.store))
    }

    /// The customer groups of a platform, oldest first.
    ///
    /// # Errors
    /// If there is no such platform, or the store can't be read.
    pub fn groups(&self, platform: &str) -> Result<Vec<Group>> {
        let platform = platform::find(platform)?;
        self.state
            .with_context(platform, |context| platform.groups(context.store))
    }

    /// Adds a fault, after the faults that are already there.
    ///
    /// # Errors
    /// If there is no such platform, step or status code.
    pub fn set_fault(&self, fault: Fault) -> Result<()> {
        self.state.add_fault(fault)
    }

    /// The faults that still apply.
    pub fn faults(&self) -> Vec<Fault> {
        lock(&self.state.faults).clone()
    }

    /// Removes every fault.
    pub fn clear_faults(&self) {
        lock(&self.state.faults).clear();
    }

    /// Removes accounts, faults, settings and the log, and creates the first accounts again.
    ///
    /// # Errors
    /// If the store can't be written.
    pub fn reset(&self) -> Result<()> {
        self.state.reset()
    }

    /// The latest 500 requests to platforms, oldest first.
    pub fn requests(&self) -> Vec<Entry> {
        lock(&self.state.log).entries()
    }

    /// Closes all connections, and waits until the port and the file are free.
    ///
    /// # Errors
    /// If the server's task has failed.
    pub async fn stop(self) -> Result<()> {
        let Self {
            state, stop, task, ..
        } = self;
        drop(stop);
        task.await?;
        drop(state);
        Ok(())
    }
}
