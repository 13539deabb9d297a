//! What every handler is given: the shop, a clock, randomness, and how the program is reached.

use std::net::IpAddr;
use std::sync::Arc;

use mercat_flow::Shop;
use mercat_model::Timestamp;

use crate::collect::Gate;

/// Where time and randomness come from; only the server has a clock.
#[derive(Clone, Copy)]
pub struct Sources {
    /// Now.
    pub now: fn() -> Timestamp,
    /// 32 unpredictable bytes.
    pub seed: fn() -> [u8; 32],
}

/// How the program is reached.
#[derive(Debug, Clone)]
pub struct Reach {
    /// The address that people type, without a slash at the end; none means the one of the request.
    pub public_url: Option<String>,
    /// Proxies whose `X-Forwarded-For` is believed.
    pub trusted_proxies: Vec<IpAddr>,
}

/// The state of the router.
#[derive(Clone)]
pub struct AppState {
    /// The shop.
    pub shop: Arc<Shop>,
    /// Time and randomness.
    pub sources: Sources,
    /// How the program is reached.
    pub reach: Arc<Reach>,
    /// Renders the metrics in Prometheus' text format.
    pub metrics: Arc<dyn Fn() -> String + Send + Sync>,
    /// Who may send events at once.
    pub(crate) gate: Gate,
}

impl AppState {
    /// The state of a router over a shop.
    pub fn new(
        shop: Arc<Shop>,
        sources: Sources,
        reach: Reach,
        metrics: Arc<dyn Fn() -> String + Send + Sync>,
    ) -> Self {
        AppState { shop, sources, reach: Arc::new(reach), metrics, gate: Gate::default() }
    }
}
