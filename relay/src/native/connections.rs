//! Connections: how many, how long, and how they end.

use super::handler::Peer;
use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use axum::routing::future::RouteFuture;
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::Service;
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::server::graceful::GracefulShutdown;
use prometheus_client::metrics::gauge::Gauge;
use std::convert::Infallible;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};
use tokio::time::{sleep, timeout};

/// The pause after the system has refused a connection: it may have no file handles left.
const PAUSE: Duration = Duration::from_millis(100);

/// A door for connections.
pub struct Door {
    pub listener: TcpListener,
    pub router: Router,
    /// How many connections may be open. Others wait in the system's queue.
    pub most: usize,
    /// How long a client may take for the head of a request, also of the next one on a connection.
    pub head: Duration,
    /// How long the requests that have begun may go on after the stop.
    pub rest: Duration,
    pub open: Gauge,
}

impl Door {
    /// Serves until `stop` changes. Then no new request begins, and those that have begun end.
    pub async fn serve(self, mut stop: watch::Receiver<bool>) {
        let places = Arc::new(Semaphore::new(self.most));
        let graceful = GracefulShutdown::new();
        loop {
            let Ok(place) = Arc::clone(&places).acquire_owned().await else {
                break;
            };
            let accepted = tokio::select! {
                _ = stop.changed() => break,
                accepted = self.listener.accept() => accepted,
            };
            let Ok((stream, peer)) = accepted else {
                sleep(PAUSE).await;
                continue;
            };
            let connection = graceful.watch(self.connection(stream, peer));
            let open = Open::new(&self.open);
            tokio::spawn(async move {
                // It fails if the client goes away or takes too long.
                let _ = connection.await;
                drop((place, open));
            });
        }
        drop(self.listener);
        let _ = timeout(self.rest, graceful.shutdown()).await;
    }

    fn connection(
        &self,
        stream: TcpStream,
        peer: SocketAddr,
    ) -> http1::Connection<TokioIo<TcpStream>, Pages> {
        // An answer is one small write.
        let _ = stream.set_nodelay(true);
        let pages = Pages {
            router: self.router.clone(),
            peer: Peer(peer.ip()),
        };
        http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.head)
            .serve_connection(TokioIo::new(stream), pages)
    }
}

/// The router, for one connection.
struct Pages {
    router: Router,
    peer: Peer,
}

impl Service<Request<Incoming>> for Pages {
    type Response = Response<Body>;
    type Error = Infallible;
    type Future = RouteFuture<Infallible>;

    fn call(&self, mut request: Request<Incoming>) -> Self::Future {
        request.extensions_mut().insert(self.peer);
        tower_service::Service::call(&mut self.router.clone(), request)
    }
}

/// Counts a connection while it is open.
struct Open(Gauge);

impl Open {
    fn new(gauge: &Gauge) -> Self {
        gauge.inc();
        Self(gauge.clone())
    }
}

impl Drop for Open {
    fn drop(&mut self) {
        self.0.dec();
    }
}
