//! Serves the console: a single-page program, embedded when the server was built after it.

use axum::Router;
use axum::extract::{Path, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::response::{IntoResponse as _, Redirect, Response};
use axum::routing::get;
use mercat_flow::Entropy;
use rust_embed::RustEmbed;

use crate::security::page_policy;
use crate::state::AppState;

/// What stands in the page where the nonce of the answer belongs.
const NONCE_MARK: &str = "__CSP_NONCE__";

#[derive(RustEmbed)]
#[folder = "../../interface/console/dist"]
#[allow_missing = true]
struct Dist;

/// What is shown by a server that was built without the console.
const MISSING: &str = "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Mercat</title>\
    <h1>This server was built without its console</h1><p>Build it with <code>cargo xtask demo</code>, which needs \
    Node 20 or newer, or run <code>npm ci &amp;&amp; npm run build</code> in <code>interface/console</code> and \
    build the server again.</p></html>";

/// The routes of the console.
pub(crate) fn router() -> Router<AppState> {
    Router::new()
        .route("/console", get(|| async { Redirect::permanent("/console/") }))
        .route("/console/", get(index))
        .route("/console/{*path}", get(file))
}

async fn index(State(state): State<AppState>) -> Response {
    let nonce = Entropy::new((state.sources.seed)()).secret();
    let (status, html) = match Dist::get("index.html") {
        Some(page) => (StatusCode::OK, String::from_utf8_lossy(&page.data).replace(NONCE_MARK, &nonce)),
        None => (StatusCode::NOT_FOUND, MISSING.to_owned()),
    };
    let mut response = (status, html).into_response();
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html; charset=utf-8"));
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    headers.insert(header::CONTENT_SECURITY_POLICY, page_policy(&nonce));
    response
}

/// A file of the console; any other path is a screen of it.
async fn file(state: State<AppState>, Path(path): Path<String>) -> Response {
    let Some(found) = Dist::get(&path).filter(|_| path != "index.html") else {
        if path.starts_with("assets/") {
            return StatusCode::NOT_FOUND.into_response();
        }
        return index(state).await;
    };
    let hashed = path.starts_with("assets/");
    let cache = if hashed { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
    let mut response = found.data.into_owned().into_response();
    let kind = HeaderValue::from_static(content_type(&path));
    response.headers_mut().insert(header::CONTENT_TYPE, kind);
    response.headers_mut().insert(header::CACHE_CONTROL, HeaderValue::from_static(cache));
    response
}

/// The types of files that the console's build makes.
fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next() {
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        Some("json" | "map") => "application/json",
        Some("html") => "text/html; charset=utf-8",
        Some("ico") => "image/x-icon",
        _ => "application/octet-stream",
    }
}
