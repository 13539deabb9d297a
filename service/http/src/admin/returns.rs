//! Returns for staff.

use axum::Json;
use axum::extract::{Path, State};
use mercat_flow::returns::{ReturnFilter, ReturnQuery, list_returns, view_return};
use mercat_model::CivilDate;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::admin::{parsed, path_id};
use crate::error::{HttpError, Problem};
use crate::extract::{Allow, Caller, OrdersRead, Params, page_of, search_words};
use crate::state::AppState;
use crate::wire::ListBody;
use crate::wire::report::CustomersParam;
use crate::wire::returns::{ReturnDetail, ReturnItem};

/// Which returns.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListParams {
    /// A part of the number, or of the member's name or number.
    #[param(max_length = 100)]
    #[serde(default, deserialize_with = "search_words")]
    search: Option<String>,
    /// Came back from this day on, in the shop's time zone.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<CivilDate>,
    /// Came back up to this day, included.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<CivilDate>,
    /// Known customers', guests' or all; by default all.
    #[param(inline)]
    customers: Option<CustomersParam>,
    country: Option<String>,
    /// The id of a member.
    member: Option<String>,
    /// ISO 4217.
    currency: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// 1 to 200, by default 50.
    limit: Option<i64>,
}

/// List returns
#[utoipa::path(get, path = "/returns", tag = "orders", params(ListParams),
    security(("staff_session" = ["orders:read"])),
    responses((status = 200, body = ListBody<ReturnItem>), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn list(
    State(state): State<AppState>,
    _: Allow<OrdersRead>,
    Params(params): Params<ListParams>,
) -> Result<Json<ListBody<ReturnItem>>, HttpError> {
    let filter = ReturnFilter {
        search: params.search,
        returned: None,
        customers: params.customers.unwrap_or(CustomersParam::All).into(),
        country: params.country,
        member: parsed("member", params.member.as_deref())?,
        currency: parsed("currency", params.currency.as_deref())?,
        order: None,
    };
    let query = ReturnQuery { filter, from: params.from, to: params.to };
    let page = page_of(params.cursor.as_deref(), params.limit)?;
    Ok(Json(ListBody::of(list_returns(&state.shop, query, page).await?, Into::into)))
}

/// View a return
#[utoipa::path(get, path = "/returns/{id}", tag = "orders", params(("id" = String, Path)),
    security(("staff_session" = ["orders:read"])),
    responses((status = 200, body = ReturnDetail), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn view(
    State(state): State<AppState>,
    _: Allow<OrdersRead>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Json<ReturnDetail>, HttpError> {
    Ok(Json(view_return(&state.shop, path_id("return", &id)?, &call).await?.into()))
}
