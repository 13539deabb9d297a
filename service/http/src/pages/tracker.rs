//! The tracker's script, embedded when the server was built after it.

use std::borrow::Cow;

use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Response};
use mercat_flow::FlowError;
use rust_embed::RustEmbed;

use crate::error::HttpError;

/// Where the script is, for the storefront and for other sites that load it from here.
pub(crate) const PATH: &str = "/assets/tracker.js";

#[derive(RustEmbed)]
#[folder = "../../interface/tracker/dist"]
#[allow_missing = true]
struct Dist;

/// Whether this server has the tracker.
pub(crate) fn is_built_in() -> bool {
    Dist::get("tracker.js").is_some()
}

/// `/assets/tracker.js`: its address stays the same, so browsers ask again after an hour, and are told when nothing
/// changed.
pub(crate) async fn tracker(headers: HeaderMap) -> Result<Response, HttpError> {
    let missing = || FlowError::not_found("asset", "tracker.js");
    let script = Dist::get("tracker.js").ok_or_else(missing)?;
    // Weak: the bytes on the way may be compressed.
    let tag = format!("W/\"{}\"", blake3::Hash::from(script.metadata.sha256_hash()).to_hex());
    let is_known = headers.get(header::IF_NONE_MATCH).is_some_and(|known| known.as_bytes() == tag.as_bytes());
    let mut response = match (is_known, script.data) {
        (true, _) => StatusCode::NOT_MODIFIED.into_response(),
        (false, Cow::Borrowed(bytes)) => bytes.into_response(),
        (false, Cow::Owned(bytes)) => bytes.into_response(),
    };
    let cached = HeaderValue::from_static("public, max-age=3600");
    let kind = HeaderValue::from_static("text/javascript; charset=utf-8");
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response.headers_mut().insert(header::CACHE_CONTROL, cached);
    // Pages of other sites load it as well.
    let everywhere = HeaderValue::from_static("cross-origin");
    response.headers_mut().insert("cross-origin-resource-policy", everywhere);
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        response.headers_mut().insert(header::ETAG, tag);
    }
    Ok(response)
}
