//! Starts and stops the server.

use super::connections::Door;
use super::handler::Shared;
use super::limits::Limits;
use super::log;
use super::metrics::Metrics;
use super::steps::Steps;
use super::times::Times;
use crate::core::Relay;
use crate::core::settings::{General, Settings};
use axum::Router;
use axum::extract::Request;
use axum::routing::get;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::TcpListener;
use tokio::signal::unix::{SignalKind, signal};
use tokio::sync::watch;
use tokio::task::JoinSet;
use tokio::time::sleep;

/// How many connections `/metrics` takes.
const METRICS_CONNECTIONS: usize = 16;

/// A server that runs.
pub struct Running {
    /// Where pages reach it.
    pub address: SocketAddr,
    /// Where its metrics are.
    pub metrics: Option<SocketAddr>,
    stop: watch::Sender<bool>,
    tasks: JoinSet<()>,
}

impl Running {
    /// Lets requests that have begun end, and closes everything.
    pub async fn stop(mut self) {
        self.stop.send_replace(true);
        while self.tasks.join_next().await.is_some() {}
    }
}

/// Runs the server until SIGTERM or SIGINT.
///
/// # Errors
/// What is wrong with the settings or with the addresses, a sentence each.
pub async fn serve(settings: Settings) -> Result<(), Vec<String>> {
    log::start();
    let running = start(settings, Times::new).await?;
    tracing::info!(address = %running.address, "the relay listens");
    let stopped = wait_for_signal().await;
    tracing::info!("the relay stops");
    running.stop().await;
    stopped.map_err(|error| vec![error.to_string()])
}

async fn wait_for_signal() -> io::Result<()> {
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    tokio::select! {
        _ = terminate.recv() => {}
        _ = interrupt.recv() => {}
    }
    Ok(())
}

/// Starts the server in the current Tokio runtime.
///
/// # Errors
/// What is wrong with the settings or with the addresses, a sentence each.
pub async fn start(
    settings: Settings,
    times: impl Fn(&General) -> Times,
) -> Result<Running, Vec<String>> {
    let (relay, general) = Relay::new(&Arc::new(settings))?;
    let times = times(&general);
    let shared = Arc::new(Shared {
        relay,
        hops: general.hops.clone(),
        limits: Limits::new(&general),
        steps: Steps::new(),
        metrics: Metrics::new(),
        times,
    });
    let (stop, stopped) = watch::channel(false);
    let mut tasks = JoinSet::new();
    let rest = times.body + times.upstream;
    let door = |listener, router, most, open| Door {
        listener,
        router,
        most,
        head: times.head,
        rest,
        open,
    };
    let listener = listen(general.listen).await?;
    let address = listener
        .local_addr()
        .map_err(|error| vec![error.to_string()])?;
    let open = shared.metrics.connections.clone();
    let pages = door(listener, pages(&shared), general.connections, open);
    tasks.spawn(pages.serve(stopped.clone()));
    let mut metrics = None;
    if let Some(address) = general.metrics_listen {
        let listener = listen(address).await?;
        metrics = listener.local_addr().ok();
        let numbers = door(
            listener,
            numbers(&shared),
            METRICS_CONNECTIONS,
            Default::default(),
        );
        tasks.spawn(numbers.serve(stopped.clone()));
    }
    tasks.spawn(forget(shared, stopped));
    Ok(Running {
        address,
        metrics,
        stop,
        tasks,
    })
}

async fn listen(address: SocketAddr) -> Result<TcpListener, Vec<String>> {
    let listener = TcpListener::bind(address).await;
    listener.map_err(|error| vec![format!("The relay can't listen on {address}: {error}.")])
}

fn pages(shared: &Arc<Shared>) -> Router {
    let shared = Arc::clone(shared);
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .fallback(move |request: Request| async move { shared.handle(request).await })
}

fn numbers(shared: &Arc<Shared>) -> Router {
    let shared = Arc::clone(shared);
    Router::new()
        .route("/healthz", get(|| async { "ok\n" }))
        .route(
            "/metrics",
            get(move || async move { shared.metrics.text() }),
        )
}

/// Forgets addresses once a minute.
async fn forget(shared: Arc<Shared>, mut stop: watch::Receiver<bool>) {
    loop {
        tokio::select! {
            _ = stop.changed() => return,
            () = sleep(Duration::from_secs(60)) => shared.limits.forget(),
        }
    }
}
