//! Starting and stopping a sandbox from a test or a program.

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

/// How a sandbox is started. The default is any free port and a store in memory.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The port on 127.0.0.1; 0 takes any that is free.
    pub port: u16,
    /// The file that keeps the accounts; without one they are gone when the sandbox stops.
    pub data: Option<PathBuf>,
    /// Whether each request is printed, in one line and without secrets.
    pub verbose: bool,
}

/// The way to start a sandbox.
pub struct Sandbox;

impl Sandbox {
    /// Starts a sandbox on 127.0.0.1, inside the Tokio runtime that calls.
    ///
    /// # Errors
    /// When the port is taken or the store can't be opened.
    pub async fn start(options: Options) -> Result<Running> {
        let state = Arc::new(State::open(options.data.as_deref(), options.verbose)?);
        let wanted = SocketAddr::from((Ipv4Addr::LOCALHOST, options.port));
        let listener = TcpListener::bind(wanted)
            .await
            .with_context(|| format!("listening on {wanted}"))?;
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

/// A sandbox at work. It stops when this is dropped.
pub struct Running {
    address: SocketAddr,
    state: Arc<State>,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

impl Running {
    /// Where it listens: `http://127.0.0.1:<port>`, without a slash at the end. Append `/<platform>` for an endpoint.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// The accounts of a platform, oldest first.
    ///
    /// # Errors
    /// When there is no such platform or the store can't be read.
    pub fn accounts(&self, platform: &str) -> Result<Vec<Account>> {
        let platform = platform::find(platform)?;
        self.state
            .with_context(platform, |context| platform.accounts(context.store))
    }

    /// The customer groups of a platform, oldest first.
    ///
    /// # Errors
    /// When there is no such platform or the store can't be read.
    pub fn groups(&self, platform: &str) -> Result<Vec<Group>> {
        let platform = platform::find(platform)?;
        self.state
            .with_context(platform, |context| platform.groups(context.store))
    }

    /// Adds a fault behind those that wait already.
    ///
    /// # Errors
    /// When its platform or step doesn't exist.
    pub fn set_fault(&self, fault: Fault) -> Result<()> {
        self.state.add_fault(fault)
    }

    /// The faults that still wait for a request.
    pub fn faults(&self) -> Vec<Fault> {
        lock(&self.state.faults).clone()
    }

    /// Removes every fault.
    pub fn clear_faults(&self) {
        lock(&self.state.faults).clear();
    }

    /// Forgets accounts, faults, settings and the log, and starts again with the first accounts.
    ///
    /// # Errors
    /// When the store can't be written.
    pub fn reset(&self) -> Result<()> {
        self.state.reset()
    }

    /// The latest 500 requests to platforms, oldest first.
    pub fn requests(&self) -> Vec<Entry> {
        lock(&self.state.log).entries()
    }

    /// Ends every connection and waits until the port and the file are free.
    ///
    /// # Errors
    /// When the server's task has failed.
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
