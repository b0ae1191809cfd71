//! Connections. A handler can close one without a response.

use std::convert::Infallible;
use std::fmt;

use axum::Router;
use axum::body::Body;
use axum::http::{Request, Response};
use hyper::body::Incoming;
use hyper::server::conn::http1;
use hyper::service::{Service, service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use hyper_util::service::TowerToHyperService;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::oneshot;
use tokio::task::JoinSet;

/// An extension of a response: the server closes the connection instead of sending the response.
#[derive(Clone, Copy, Debug)]
pub(crate) struct CloseConnection;

impl fmt::Display for CloseConnection {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("a fault closed the connection")
    }
}

impl std::error::Error for CloseConnection {}

/// Serves `router` until `stop` is sent or dropped. Then it closes all connections.
pub(crate) async fn serve(listener: TcpListener, router: Router, mut stop: oneshot::Receiver<()>) {
    let mut connections = JoinSet::new();
    loop {
        tokio::select! {
            _ = &mut stop => break,
            Some(_) = connections.join_next() => {}
            accepted = listener.accept() => {
                if let Ok((stream, _)) = accepted {
                    connections.spawn(serve_connection(stream, router.clone()));
                }
            }
        }
    }
    connections.shutdown().await;
}

async fn serve_connection(stream: TcpStream, router: Router) {
    let router = TowerToHyperService::new(router);
    let service = service_fn(move |request: Request<Incoming>| {
        let response = router.call(request);
        async move { or_close(response.await) }
    });
    // This fails if the client or a fault closes the connection.
    let _ = http1::Builder::new()
        .timer(TokioTimer::new())
        .serve_connection(TokioIo::new(stream), service)
        .await;
}

fn or_close(result: Result<Response<Body>, Infallible>) -> Result<Response<Body>, CloseConnection> {
    let response = result.map_err(|never| match never {})?;
    if response.extensions().get::<CloseConnection>().is_some() {
        Err(CloseConnection)
    } else {
        Ok(response)
    }
}
