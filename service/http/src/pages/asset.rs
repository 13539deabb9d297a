//! The stylesheet and the sign of the shop, embedded.

use axum::extract::Path;
use axum::http::{HeaderValue, header};
use axum::response::{IntoResponse as _, Response};
use mercat_flow::FlowError;
use mercat_storefront::{favicon, stylesheet};

use crate::error::HttpError;

/// `/assets/{file}`
pub(crate) async fn asset(Path(file): Path<String>) -> Result<Response, HttpError> {
    let path = format!("/assets/{file}");
    let (text, kind, cache) = if path == stylesheet().0 {
        (stylesheet().1, "text/css; charset=utf-8", "public, max-age=31536000, immutable")
    } else if path == favicon().0 {
        (favicon().1, "image/svg+xml", "public, max-age=86400")
    } else {
        return Err(FlowError::not_found("asset", file).into());
    };
    let mut response = text.into_response();
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static(kind));
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    Ok(response)
}
