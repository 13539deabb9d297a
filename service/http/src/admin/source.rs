//! Sources of events and their write keys, and what arrives.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::Response;
use mercat_flow::source::{
    NewSource as FlowNewSource, SourceView, create_source, latest_arrivals, list_sources, rename_source,
    revoke_key, rotate_key,
};
use mercat_flow::staff::Permission;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::admin::{parsed, path_id};
use crate::answer::{once_json, to_json};
use crate::error::{HttpError, Problem};
use crate::extract::{
    Allow, Body, Caller, Change, IdempotencyKey, Params, SettingsRead, SettingsWrite, Staff,
};
use crate::state::AppState;
use crate::wire::source::{Arrivals, KeyRevocation, NewSource, Source, SourceChange, SourcesBody};

fn rendered(view: &SourceView) -> (u16, String) {
    // Whoever may change a source may see its keys.
    (200, to_json(&Source::of(view, true)))
}

/// List sources
#[utoipa::path(get, path = "/sources", tag = "sources", security(("staff_session" = ["settings:read"])),
    responses((status = 200, body = SourcesBody), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn list(
    State(state): State<AppState>,
    Staff(session): Staff,
    _: Allow<SettingsRead>,
) -> Result<Json<SourcesBody>, HttpError> {
    let shows_secrets = session.require(Permission::SettingsWrite).is_ok();
    let sources = list_sources(&state.shop).await?;
    Ok(Json(SourcesBody { items: sources.iter().map(|view| Source::of(view, shows_secrets)).collect() }))
}

/// Add a source
#[utoipa::path(post, path = "/sources", tag = "sources", request_body = NewSource,
    params(("Idempotency-Key" = String, Header, description = "A unique key of this change"),
        ("X-CSRF-Token" = String, Header, description = "csrf_token of GET /session")),
    security(("staff_session" = ["settings:write"])),
    responses((status = 200, body = Source), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn create(
    State(state): State<AppState>,
    change: Change<SettingsWrite>,
    key: IdempotencyKey,
    Caller(mut call): Caller,
    Body { value, bytes }: Body<NewSource>,
) -> Result<Response, HttpError> {
    let once = key.once(&change.session, &bytes, rendered);
    let new = FlowNewSource { name: value.name, kind: value.kind, user_ids: value.user_ids };
    Ok(once_json(create_source(&state.shop, new, once, &mut call).await?))
}

/// Rename a source
#[utoipa::path(patch, path = "/sources/{id}", tag = "sources", request_body = SourceChange,
    params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "A unique key of this change"),
        ("X-CSRF-Token" = String, Header, description = "csrf_token of GET /session")),
    security(("staff_session" = ["settings:write"])),
    responses((status = 200, body = Source), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn rename(
    State(state): State<AppState>,
    change: Change<SettingsWrite>,
    key: IdempotencyKey,
    Caller(call): Caller,
    Path(id): Path<String>,
    Body { value, bytes }: Body<SourceChange>,
) -> Result<Response, HttpError> {
    let once = key.once(&change.session, &bytes, rendered);
    Ok(once_json(rename_source(&state.shop, path_id("source", &id)?, &value.name, once, call.now).await?))
}

/// Add a write key
///
/// The others go on working until they are revoked, so that clients can change over.
#[utoipa::path(post, path = "/sources/{id}/keys", tag = "sources",
    params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "A unique key of this change"),
        ("X-CSRF-Token" = String, Header, description = "csrf_token of GET /session")),
    security(("staff_session" = ["settings:write"])),
    responses((status = 200, body = Source), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn rotate(
    State(state): State<AppState>,
    change: Change<SettingsWrite>,
    key: IdempotencyKey,
    Caller(mut call): Caller,
    Path(id): Path<String>,
) -> Result<Response, HttpError> {
    let once = key.once(&change.session, &[], rendered);
    Ok(once_json(rotate_key(&state.shop, path_id("source", &id)?, once, &mut call).await?))
}

/// Revoke a write key
#[utoipa::path(post, path = "/sources/{id}/keys/revoke", tag = "sources", request_body = KeyRevocation,
    params(("id" = String, Path), ("Idempotency-Key" = String, Header, description = "A unique key of this change"),
        ("X-CSRF-Token" = String, Header, description = "csrf_token of GET /session")),
    security(("staff_session" = ["settings:write"])),
    responses((status = 200, body = Source), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn revoke(
    State(state): State<AppState>,
    change: Change<SettingsWrite>,
    key: IdempotencyKey,
    Caller(call): Caller,
    Path(id): Path<String>,
    Body { value, bytes }: Body<KeyRevocation>,
) -> Result<Response, HttpError> {
    let once = key.once(&change.session, &bytes, rendered);
    Ok(once_json(revoke_key(&state.shop, path_id("source", &id)?, value.key, once, call.now).await?))
}

/// Which arrivals.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ArrivalParams {
    /// The id of a source; by default all of them.
    source: Option<String>,
}

/// What comes in right now
///
/// The newest events of sources, latest first, and what this server refused lately.
#[utoipa::path(get, path = "/sources/arrivals", tag = "sources", params(ArrivalParams),
    security(("staff_session" = ["settings:read"])),
    responses((status = 200, body = Arrivals), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn arrivals(
    State(state): State<AppState>,
    _: Allow<SettingsRead>,
    Params(params): Params<ArrivalParams>,
) -> Result<Json<Arrivals>, HttpError> {
    let source = parsed("source", params.source.as_deref())?;
    Ok(Json(latest_arrivals(&state.shop, source).await?.into()))
}
