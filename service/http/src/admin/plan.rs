//! The tracking plan.

use axum::Json;
use axum::extract::{Path, State};
use axum::response::Response;
use mercat_flow::plan::{change_plan, remove_from_plan, view_plan};

use crate::answer::{once_json, to_json};
use crate::error::{HttpError, Problem};
use crate::extract::{Allow, Body, Caller, Change, IdempotencyKey, SettingsRead, SettingsWrite};
use crate::state::AppState;
use crate::wire::source::{Plan, PlanChange, PlannedEvent};

/// View the tracking plan with its violations
#[utoipa::path(get, path = "/tracking-plan", tag = "sources", security(("staff_session" = ["settings:read"])),
    responses((status = 200, body = Plan), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn view(
    State(state): State<AppState>,
    _: Allow<SettingsRead>,
    Caller(call): Caller,
) -> Result<Json<Plan>, HttpError> {
    Ok(Json(view_plan(&state.shop, call.now).await?.into()))
}

/// Add an event to the tracking plan or replace what is expected of it
#[utoipa::path(put, path = "/tracking-plan", tag = "sources", request_body = PlanChange,
    params(("Idempotency-Key" = String, Header, description = "A unique key of this change"),
        ("X-CSRF-Token" = String, Header, description = "csrf_token of GET /session")),
    security(("staff_session" = ["settings:write"])),
    responses((status = 200, body = PlannedEvent), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn change(
    State(state): State<AppState>,
    change: Change<SettingsWrite>,
    key: IdempotencyKey,
    Caller(call): Caller,
    Body { value, bytes }: Body<PlanChange>,
) -> Result<Response, HttpError> {
    let once = key.once(&change.session, &bytes, |event: &mercat_flow::plan::PlannedEvent| {
        (200, to_json(&PlannedEvent::from(event)))
    });
    Ok(once_json(change_plan(&state.shop, value.into(), once, call.now).await?))
}

/// Take an event out of the tracking plan
#[utoipa::path(delete, path = "/tracking-plan/{name}", tag = "sources",
    params(("name" = String, Path), ("Idempotency-Key" = String, Header, description = "A unique key of this change"),
        ("X-CSRF-Token" = String, Header, description = "csrf_token of GET /session")),
    security(("staff_session" = ["settings:write"])),
    responses((status = 200, description = "It is out of the plan"), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 404, body = Problem)))]
pub(crate) async fn remove(
    State(state): State<AppState>,
    change: Change<SettingsWrite>,
    key: IdempotencyKey,
    Caller(call): Caller,
    Path(name): Path<String>,
) -> Result<Response, HttpError> {
    let once = key.once(&change.session, &[], |()| (200, "{}".to_owned()));
    Ok(once_json(remove_from_plan(&state.shop, name, once, call.now).await?))
}
