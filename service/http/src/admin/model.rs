//! Trained models for staff.

use axum::Json;
use axum::extract::State;
use mercat_flow::recommend::model_versions;

use crate::error::{HttpError, Problem};
use crate::extract::{Allow, ModelsRead};
use crate::state::AppState;
use crate::wire::Items;
use crate::wire::recommend::Model;

/// List trained models, latest first
#[utoipa::path(get, path = "/models", tag = "models", security(("staff_session" = ["models:read"])),
    responses((status = 200, body = Items<Model>), (status = 401, body = Problem), (status = 403, body = Problem)))]
pub(crate) async fn list(
    State(state): State<AppState>,
    _: Allow<ModelsRead>,
) -> Result<Json<Items<Model>>, HttpError> {
    let versions = model_versions(&state.shop).await?;
    Ok(Json(Items { items: versions.into_iter().map(Into::into).collect() }))
}
