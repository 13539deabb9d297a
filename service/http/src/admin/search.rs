//! The console's palette.

use axum::Json;
use axum::extract::State;
use mercat_flow::search::SEARCH_LENGTH_MAX;
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::error::{HttpError, Problem};
use crate::extract::{Caller, Params, Staff};
use crate::state::AppState;
use crate::wire::member::MemberRef;
use crate::wire::order::OrderRef;
use crate::wire::product::ProductRef;

/// What to look for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SearchParams {
    /// A few words or a part of a number.
    #[param(min_length = 1, max_length = 100)]
    q: String,
}

/// What was found, at most five of each; nothing where the person may not look.
#[derive(Serialize, ToSchema)]
pub(crate) struct Found {
    products: Vec<ProductRef>,
    members: Vec<MemberRef>,
    orders: Vec<OrderRef>,
}

/// Find products, members and orders
#[utoipa::path(get, path = "/search", tag = "search", params(SearchParams), security(("staff_session" = [])),
    responses((status = 200, body = Found), (status = 401, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn search(
    State(state): State<AppState>,
    Staff(session): Staff,
    Caller(call): Caller,
    Params(params): Params<SearchParams>,
) -> Result<Json<Found>, HttpError> {
    let words = params.q.trim();
    if words.is_empty() || words.chars().count() > SEARCH_LENGTH_MAX {
        return Err(HttpError::field("q", format!("1 to {SEARCH_LENGTH_MAX} characters")));
    }
    let found = mercat_flow::search::search(&state.shop, &session, words, &call).await?;
    Ok(Json(Found {
        products: found.products.iter().map(Into::into).collect(),
        members: found.members.iter().map(Into::into).collect(),
        orders: found.orders.into_iter().map(Into::into).collect(),
    }))
}
