//! The id of a request: made here, written to every log line of the request and sent back as `x-request-id`.

use axum::extract::{MatchedPath, Request, State};
use axum::http::{HeaderValue, Method};
use axum::middleware::Next;
use axum::response::Response;
use tracing::Instrument as _;

use crate::state::AppState;

tokio::task_local! {
    static CURRENT: String;
}

/// The id of the request that is being answered; empty outside of one.
pub(crate) fn current() -> String {
    CURRENT.try_with(Clone::clone).unwrap_or_default()
}

/// The methods that metrics tell apart: a client may make up others without end.
fn label(method: &Method) -> &'static str {
    let known = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"];
    known.into_iter().find(|known| *known == method.as_str()).unwrap_or("other")
}

/// Names the request, logs it and counts it.
pub(crate) async fn name(State(state): State<AppState>, request: Request, next: Next) -> Response {
    let seed = (state.sources.seed)();
    let id: String = seed[..10].iter().map(|byte| format!("{byte:02x}")).collect();
    let method = request.method().clone();
    // The route with its placeholders: addresses of people and goods stay out of logs and metrics.
    let route = request.extensions().get::<MatchedPath>().map_or("", MatchedPath::as_str).to_owned();
    let span = tracing::info_span!("request", id, %method, route);
    let started = std::time::Instant::now();
    let mut response = CURRENT.scope(id.clone(), next.run(request)).instrument(span.clone()).await;
    let status = response.status().as_u16();
    let seconds = started.elapsed().as_secs_f64();
    // Events come in by the thousand: those that went well are counted and not told one by one.
    let is_collection = route.starts_with("/v1/") || route.starts_with("/ubi/");
    span.in_scope(|| match is_collection && status < 400 {
        true => tracing::debug!(status, latency_ms = seconds * 1e3, "answered"),
        false => tracing::info!(status, latency_ms = seconds * 1e3, "answered"),
    });
    let labels = [("method", label(&method).to_owned()), ("route", route), ("status", status.to_string())];
    metrics::histogram!("http_request_seconds", &labels).record(seconds);
    if let Ok(value) = HeaderValue::from_str(&id) {
        response.headers_mut().insert("x-request-id", value);
    }
    response
}
