//! The settings of the shop.

use axum::Json;
use axum::extract::State;
use axum::response::Response;
use mercat_flow::setting::{ShopSettings, change_settings, view_settings};

use crate::answer::{once_json, to_json};
use crate::error::{HttpError, Problem};
use crate::extract::{Allow, Body, Caller, Change, IdempotencyKey, SettingsRead, SettingsWrite};
use crate::state::AppState;
use crate::wire::setting::{Settings, SettingsChange};

/// View the settings
#[utoipa::path(get, path = "/settings", tag = "settings", security(("staff_session" = ["settings:read"])),
    responses((status = 200, body = Settings), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn view(
    State(state): State<AppState>,
    _: Allow<SettingsRead>,
) -> Result<Json<Settings>, HttpError> {
    Ok(Json((&view_settings(&state.shop).await?).into()))
}

/// Change the settings
#[utoipa::path(patch, path = "/settings", tag = "settings", security(("staff_session" = ["settings:write"])),
    request_body = SettingsChange,
    params(("Idempotency-Key" = String, Header, description = "A unique key of this change"),
        ("X-CSRF-Token" = String, Header, description = "csrf_token of GET /session")),
    responses((status = 200, body = Settings), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn change(
    State(state): State<AppState>,
    change: Change<SettingsWrite>,
    key: IdempotencyKey,
    Caller(call): Caller,
    Body { value, bytes }: Body<SettingsChange>,
) -> Result<Response, HttpError> {
    let once = key
        .once(&change.session, &bytes, |settings: &ShopSettings| (200, to_json(&Settings::from(settings))));
    Ok(once_json(change_settings(&state.shop, value.into(), once, call.now).await?))
}
