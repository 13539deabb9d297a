//! `/api/admin/v1`: what staff see and change.

pub(crate) use product::SortParam;

mod identity;
mod member;
mod model;
mod order;
mod plan;
mod product;
mod report;
mod returns;
mod search;
mod session;
mod setting;
mod source;

use utoipa_axum::router::OpenApiRouter;
use utoipa_axum::routes;

use crate::error::HttpError;
use crate::state::AppState;

/// The routes of this audience.
pub(crate) fn router() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(session::view, session::sign_in, session::sign_out))
        .routes(routes!(session::set_up))
        .routes(routes!(setting::view, setting::change))
        .routes(routes!(report::overview))
        .routes(routes!(report::retention::retention))
        .routes(routes!(report::retention::retention_people))
        .routes(routes!(report::funnel::funnel))
        .routes(routes!(report::funnel::funnel_people))
        .routes(routes!(report::paths::paths))
        .routes(routes!(report::paths::paths_people))
        .routes(routes!(report::sessions::sessions))
        .routes(routes!(report::sessions::sessions_people))
        .routes(routes!(report::events::events))
        .routes(routes!(report::countries))
        .routes(routes!(product::list))
        .routes(routes!(product::view))
        .routes(routes!(product::categories))
        .routes(routes!(product::merchants))
        .routes(routes!(order::list))
        .routes(routes!(order::view))
        .routes(routes!(returns::list))
        .routes(routes!(returns::view))
        .routes(routes!(member::list))
        .routes(routes!(member::view, member::change))
        .routes(routes!(member::timeline))
        .routes(routes!(member::recommendations))
        .routes(routes!(model::list))
        .routes(routes!(identity::merges))
        .routes(routes!(identity::undo))
        .routes(routes!(identity::identity))
        .routes(routes!(identity::erase))
        .routes(routes!(identity::erasures))
        .routes(routes!(identity::erasure))
        .routes(routes!(source::list, source::create))
        .routes(routes!(source::arrivals))
        .routes(routes!(source::rename))
        .routes(routes!(source::rotate))
        .routes(routes!(source::revoke))
        .routes(routes!(plan::view, plan::change))
        .routes(routes!(plan::remove))
        .routes(routes!(search::search))
}

/// Reads an optional id of a parameter.
pub(crate) fn parsed<T>(field: &'static str, text: Option<&str>) -> Result<Option<T>, HttpError>
where
    T: std::str::FromStr<Err: ToString>,
{
    text.map(str::parse::<T>).transpose().map_err(|error: T::Err| HttpError::field(field, error))
}

/// Reads the id of a path; anything that can't be one is not found.
fn path_id<T: std::str::FromStr>(noun: &'static str, text: &str) -> Result<T, HttpError> {
    text.parse().map_err(|_| mercat_flow::FlowError::not_found(noun, text).into())
}
