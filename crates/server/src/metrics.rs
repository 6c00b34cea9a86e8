//! What a monitoring system reads: counts and times, never a person or an address.

use crate::app::App;
use prometheus_client::encoding::{EncodeLabelSet, text::encode};
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::Registry;
use std::sync::atomic::Ordering;
use std::time::Duration;

/// A kind of request and its outcome.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Asked {
    /// The route's pattern, or `site`.
    pub route: String,
    /// The method.
    pub method: String,
    /// The answer's status.
    pub status: u16,
}

/// A route.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Route {
    /// Its pattern.
    pub route: String,
}

/// A kind of thing.
#[derive(Clone, Debug, PartialEq, Eq, Hash, EncodeLabelSet)]
pub struct Kind {
    /// Which.
    pub kind: &'static str,
}

/// The metrics.
pub struct Metrics {
    registry: Registry,
    requests: Family<Asked, Counter>,
    seconds: Family<Route, Histogram>,
    /// Requests of the site's files, by status: 200, 304, others.
    site: [Counter; 3],
    /// Enquiries and feedback that were kept.
    pub kept: Family<Kind, Counter>,
    /// Requests that came too often.
    pub limited: Counter,
    /// Open connections.
    pub connections: Gauge,
    commits: Counter,
    writes: Counter,
    failures: Counter,
    release: Gauge,
}

impl Metrics {
    /// All at zero.
    pub fn new() -> Self {
        let mut registry = Registry::with_prefix("bazhu");
        let requests = Family::<Asked, Counter>::default();
        let seconds: Family<Route, Histogram> = Family::new_with_constructor(|| {
            Histogram::new([0.001, 0.005, 0.02, 0.1, 0.5, 2.0, 10.0])
        });
        let site = ["200", "304", "other"].map(|_| Counter::default());
        let kept = Family::<Kind, Counter>::default();
        let (limited, connections) = (Counter::default(), Gauge::default());
        let (commits, writes, failures) =
            (Counter::default(), Counter::default(), Counter::default());
        let release = Gauge::default();
        registry.register("requests", "API requests by outcome", requests.clone());
        registry.register(
            "request_seconds",
            "Time to answer API requests",
            seconds.clone(),
        );
        for (counter, status) in site.iter().zip(["200", "304", "other"]) {
            registry
                .sub_registry_with_label(("status".into(), status.into()))
                .register(
                    "site_requests",
                    "Requests of the site's files",
                    counter.clone(),
                );
        }
        registry.register("kept", "Enquiries and feedback kept", kept.clone());
        registry.register("limited", "Requests that came too often", limited.clone());
        registry.register("connections", "Open connections", connections.clone());
        registry.register("commits", "Commits", commits.clone());
        registry.register("writes", "Writes in these commits", writes.clone());
        registry.register("commit_failures", "Commits that failed", failures.clone());
        registry.register(
            "release",
            "The number of the release in force",
            release.clone(),
        );
        Self {
            registry,
            requests,
            seconds,
            site,
            kept,
            limited,
            connections,
            commits,
            writes,
            failures,
            release,
        }
    }

    /// Counts an answer of the API.
    pub fn answered(&self, route: &str, method: &str, status: u16, took: Duration) {
        let route = route.to_owned();
        let method = method.to_owned();
        self.requests
            .get_or_create(&Asked {
                route: route.clone(),
                method,
                status,
            })
            .inc();
        self.seconds
            .get_or_create(&Route { route })
            .observe(took.as_secs_f64());
    }

    /// Counts an answer of the site.
    pub fn sent(&self, status: u16) {
        let [ok, unchanged, other] = &self.site;
        match status {
            200 => ok.inc(),
            304 => unchanged.inc(),
            _ => other.inc(),
        };
    }

    /// The metrics as OpenMetrics text.
    pub fn written(&self, app: &App) -> String {
        let batches = app.store.batches();
        for (counter, source) in [
            (&self.commits, &batches.commits),
            (&self.writes, &batches.writes),
            (&self.failures, &batches.failures),
        ] {
            let now = source.load(Ordering::Relaxed);
            counter.inc_by(now.saturating_sub(counter.get()));
        }
        self.release.set(app.live.load().number);
        let mut text = String::new();
        // Writing into a text does not fail.
        encode(&mut text, &self.registry).ok();
        text
    }
}
