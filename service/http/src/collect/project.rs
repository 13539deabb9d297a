//! What a browser's client asks for before it sends: where to.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, header};
use axum::response::{IntoResponse as _, Response};
use mercat_flow::source::{KeyOwner, authenticate_source};
use serde_json::json;

use crate::error::{HttpError, INVALID_WRITE_KEY};
use crate::pages::public_url;
use crate::state::AppState;

/// `GET /v1/projects/{writeKey}/settings`
pub(super) async fn settings(
    State(state): State<AppState>,
    Path(key): Path<String>,
    headers: HeaderMap,
) -> Result<Response, HttpError> {
    let owner = authenticate_source(&state.shop, &key, (state.sources.now)()).await?;
    if !matches!(owner, KeyOwner::Source(_)) {
        return Err(HttpError::new(&INVALID_WRITE_KEY, "the write key is unknown or was revoked"));
    }
    let url = public_url(&state, &headers);
    let (protocol, host) = url.split_once("://").unwrap_or(("https", &url));
    let body = json!({
        "integrations": {
            "Segment.io": {
                "apiKey": key,
                "apiHost": format!("{host}/v1"),
                "protocol": protocol,
                "unbundledIntegrations": [],
                "addBundledMetadata": true,
                "maybeBundledConfigIds": {},
                "versionSettings": {"version": "4.4.7", "componentTypes": ["browser"]}
            }
        },
        "plan": {"track": {"__default": {"enabled": true, "integrations": {}}},
            "identify": {"__default": {"enabled": true}}, "group": {"__default": {"enabled": true}}},
        "edgeFunction": {},
        "analyticsNextEnabled": true,
        "middlewareSettings": {},
        "enabledMiddleware": {},
        "metrics": {"sampleRate": 0, "host": format!("{host}/v1")},
        "legacyVideoPluginsEnabled": false,
        "remotePlugins": []
    });
    Ok(([(header::CACHE_CONTROL, "public, max-age=300")], Json(body)).into_response())
}
