//! Whether the program lives, whether it can serve, and its metrics.

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use mercat_flow::staff::is_first_run;

use crate::state::AppState;

/// `/healthz`: the program runs.
pub(crate) async fn healthz() -> &'static str {
    "ok\n"
}

/// `/readyz`: store and log answer.
pub(crate) async fn readyz(State(state): State<AppState>) -> Response {
    let (store, log) = (is_first_run(&state.shop).await, state.shop.log.head().await);
    match (store, log) {
        (Ok(_), Ok(_)) => "ready\n".into_response(),
        (store, log) => {
            let (store, log) = (store.err().map(|e| e.to_string()), log.err().map(|e| e.to_string()));
            tracing::warn!(?store, ?log, "not ready");
            (StatusCode::SERVICE_UNAVAILABLE, "not ready\n").into_response()
        }
    }
}

/// `/metrics`: Prometheus' text format.
pub(crate) async fn metrics(State(state): State<AppState>) -> Response {
    let (writes, reads) = state.shop.store.queued();
    metrics::gauge!("store_queued_writes").set(writes as f64);
    metrics::gauge!("store_queued_reads").set(reads as f64);
    let text = (state.metrics)();
    ([(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")], text).into_response()
}
