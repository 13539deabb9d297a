//! Routes of Mercat by audience, wire types, extractors of authority, one table of errors, OpenAPI.
//!
//! A handler extracts, calls use cases and maps to a wire type. Here is no SQL and no arithmetic with money.

mod admin;
mod answer;
mod collect;
mod console;
pub mod error;
mod extract;
mod health;
mod language;
mod openapi;
mod pages;
mod request_id;
mod security;
mod shop;
pub mod state;
mod unreadable;
mod wire;

use std::time::Duration;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::http::{HeaderName, Method};
use axum::middleware::{from_fn, from_fn_with_state};
use axum::response::{IntoResponse as _, Response};
use axum::routing::get;
use mercat_flow::FlowError;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

pub use crate::openapi::openapi_json;
pub use crate::state::{AppState, Reach, Sources};

use crate::error::{HttpError, METHOD_NOT_ALLOWED, TIMEOUT};

/// Largest body that is read; imports of files go through the command line.
const BODY_BYTES_MAX: usize = 1 << 20;

/// Longest time that an answer may take.
const ANSWER_TIME_MAX: Duration = Duration::from_secs(30);

/// The headers that name a secret and are never logged.
pub const SECRET_HEADERS: [HeaderName; 3] = [
    HeaderName::from_static("cookie"),
    HeaderName::from_static("authorization"),
    HeaderName::from_static("x-csrf-token"),
];

/// The whole router.
pub fn router(state: AppState) -> Router {
    let (api, document) = openapi::api();
    Router::new()
        .merge(api)
        .merge(openapi::docs(document))
        .merge(console::router())
        .merge(pages::router())
        .merge(collect::router())
        .route("/healthz", get(health::healthz))
        .route("/readyz", get(health::readyz))
        .route("/metrics", get(health::metrics))
        .fallback(pages::not_found)
        .method_not_allowed_fallback(method_not_allowed)
        .layer(from_fn_with_state(state.clone(), unreadable::refuse))
        .layer(DefaultBodyLimit::max(BODY_BYTES_MAX))
        .layer(CatchPanicLayer::custom(panicked))
        .layer(from_fn(limit_time))
        .layer(from_fn(security::add_headers))
        .layer(CompressionLayer::new())
        .layer(from_fn_with_state(state.clone(), request_id::name))
        .with_state(state)
}

async fn method_not_allowed(method: Method) -> HttpError {
    HttpError::new(&METHOD_NOT_ALLOWED, format!("`{method}` is not one of them"))
}

async fn limit_time(request: axum::extract::Request, next: axum::middleware::Next) -> Response {
    match tokio::time::timeout(ANSWER_TIME_MAX, next.run(request)).await {
        Ok(response) => response,
        Err(_) => HttpError::new(&TIMEOUT, TIMEOUT.title).into_response(),
    }
}

fn panicked(panic: Box<dyn std::any::Any + Send>) -> Response {
    let text = panic.downcast_ref::<String>().map(String::as_str);
    let text = text.or_else(|| panic.downcast_ref::<&str>().copied()).unwrap_or("a panic without words");
    HttpError::from(FlowError::Internal(format!("a handler panicked: {text}"))).into_response()
}
