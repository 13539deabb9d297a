//! `/api/shop/v1`: what shoppers' programs read.

mod product;
mod recommendation;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::state::AppState;

/// The routes of this audience.
pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(product::list))
        .routes(routes!(product::view))
        .routes(routes!(product::categories))
        .routes(routes!(recommendation::recommendations))
}
