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
use axum::http::StatusCode;
use axum::http::{HeaderName, Method, header};
use axum::routing::{MethodRouter, get, post};
use tower_http::cors::{AllowHeaders, Any, CorsLayer};

use crate::state::AppState;

pub(crate) use body::Gate;
pub(crate) use context::device;

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
    let mut routes: Vec<(String, MethodRouter<AppState>)> = vec![
        ("/v1/batch".to_owned(), post(segment::batch)),
        ("/v1/import".to_owned(), post(segment::batch)),
        ("/v1/b".to_owned(), post(segment::batch)),
        ("/v1/projects/{write_key}/settings".to_owned(), get(project::settings)),
        ("/ubi/queries".to_owned(), post(ubi::queries)),
        ("/ubi/events".to_owned(), post(ubi::events)),
    ];
    for (long, short, kind) in segment::CALLS {
        let single = move |taken| segment::single(kind, taken);
        routes.extend([long, short].map(|name| (format!("/v1/{name}"), post(single))));
    }
    // A preflight needs a handler under the layer: the router's answer to other methods stands outside of it.
    let add = |router: Router<AppState>, (path, route): (String, MethodRouter<AppState>)| {
        router.route(&path, route.options(async || StatusCode::NO_CONTENT))
    };
    routes.into_iter().fold(Router::new(), add).layer(cors)
}
