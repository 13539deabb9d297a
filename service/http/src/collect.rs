//! `/v1/*` and `/ubi/*`: events from clients of other vendors and our own, by the Segment HTTP API and UBI.
//!
//! These routes are open to every site (CORS): what authorises a request is its write key, never a cookie.

mod body;
mod context;
mod loose;
mod message;
mod project;
mod segment;
mod ubi;

use axum::Router;
use axum::http::{HeaderName, Method, header};
use axum::routing::{get, post};
use tower_http::cors::{AllowHeaders, Any, CorsLayer};

use crate::state::AppState;

pub(crate) use body::Gate;

/// How long a browser may remember that it may send events here.
const PREFLIGHT_SECONDS: u64 = 86_400;

/// The routes of collection.
pub(crate) fn router() -> Router<AppState> {
    let cors = CorsLayer::new()
        .allow_origin(Any)
        .allow_methods([Method::GET, Method::POST])
        .allow_headers(AllowHeaders::mirror_request())
        .expose_headers([header::RETRY_AFTER, HeaderName::from_static("x-request-id")])
        .max_age(std::time::Duration::from_secs(PREFLIGHT_SECONDS));
    let mut router = Router::new()
        .route("/v1/batch", post(segment::batch))
        .route("/v1/import", post(segment::batch))
        .route("/v1/b", post(segment::batch))
        .route("/v1/projects/{write_key}/settings", get(project::settings))
        .route("/ubi/queries", post(ubi::queries))
        .route("/ubi/events", post(ubi::events));
    for (long, short, kind) in segment::CALLS {
        router = router
            .route(&format!("/v1/{long}"), post(move |taken| segment::single(kind, taken)))
            .route(&format!("/v1/{short}"), post(move |taken| segment::single(kind, taken)));
    }
    router.layer(cors)
}
