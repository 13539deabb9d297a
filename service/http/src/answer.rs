//! Answers that use cases keep: status and JSON text.

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use mercat_flow::OnceAnswer;
use serde::Serialize;

/// A wire type as JSON text.
pub(crate) fn to_json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).expect("wire types have text keys and finite numbers")
}

/// A kept answer as a response.
pub(crate) fn once_json((status, json): OnceAnswer) -> Response {
    let status = StatusCode::from_u16(status).unwrap_or(StatusCode::OK);
    (status, [(header::CONTENT_TYPE, "application/json")], json).into_response()
}
