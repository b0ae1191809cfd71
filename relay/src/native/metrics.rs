//! Counters and times, in the format of Prometheus.

use crate::core::Answer;
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::time::Duration;

/// Upper ends of the buckets, in seconds.
const BUCKETS: [f64; 10] = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0];

#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Labels {
    route: &'static str,
    outcome: &'static str,
    status: u32,
}

/// What is measured.
pub struct Metrics {
    registry: Registry,
    requests: Family<Labels, Counter>,
    seconds: Histogram,
    /// The connections that are open.
    pub connections: Gauge,
}

impl Metrics {
    /// Nothing measured yet.
    pub fn new() -> Self {
        let mut registry = Registry::with_prefix("relay");
        let requests = Family::default();
        let seconds = Histogram::new(BUCKETS);
        let connections = Gauge::default();
        let help = "Requests by route, outcome and status";
        registry.register("requests", help, Family::clone(&requests));
        let help = "Time from the request's head to its answer";
        registry.register("request_seconds", help, seconds.clone());
        registry.register("connections", "Open connections", connections.clone());
        Self {
            registry,
            requests,
            seconds,
            connections,
        }
    }

    /// Counts an answer.
    pub fn record(&self, route: &'static str, answer: &Answer, time: Duration) {
        let labels = Labels {
            route,
            outcome: answer.outcome.name(),
            status: answer.status.into(),
        };
        self.requests.get_or_create(&labels).inc();
        self.seconds.observe(time.as_secs_f64());
    }

    /// Everything as text.
    pub fn text(&self) -> String {
        let mut text = String::new();
        // Writing to a `String` does not fail.
        let _ = encode(&mut text, &self.registry);
        text
    }
}
