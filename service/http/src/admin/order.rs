//! Orders for staff.

use axum::Json;
use axum::extract::{Path, State};
use mercat_flow::order::{OrderFilter, OrderQuery, OrderSort, list_orders, view_order};
use mercat_model::CivilDate;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::admin::{parsed, path_id};
use crate::error::{HttpError, Problem};
use crate::extract::{Allow, Caller, OrdersRead, Params, page_of, search_words};
use crate::state::AppState;
use crate::wire::ListBody;
use crate::wire::order::{OrderDetail, OrderItem};
use crate::wire::report::CustomersParam;

/// What a list of orders is ordered by.
#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum SortParam {
    /// Latest first.
    #[default]
    Newest,
    /// Earliest first.
    Oldest,
    /// Largest total first.
    Largest,
}

impl From<SortParam> for OrderSort {
    fn from(sort: SortParam) -> Self {
        match sort {
            SortParam::Newest => OrderSort::Newest,
            SortParam::Oldest => OrderSort::Oldest,
            SortParam::Largest => OrderSort::Largest,
        }
    }
}

/// Which orders.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct ListParams {
    /// A part of the number, or of the member's name or number.
    #[param(max_length = 100)]
    #[serde(default, deserialize_with = "search_words")]
    search: Option<String>,
    /// Placed from this day on, in the shop's time zone.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<CivilDate>,
    /// Placed up to this day, included.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<CivilDate>,
    /// Known customers', guests' or all; by default all.
    #[param(inline)]
    customers: Option<CustomersParam>,
    country: Option<String>,
    /// The id of a product on one of the lines.
    product: Option<String>,
    /// The id of a member.
    member: Option<String>,
    /// ISO 4217.
    currency: Option<String>,
    #[param(inline)]
    sort: Option<SortParam>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// 1 to 200, by default 50.
    limit: Option<i64>,
}

/// List orders
#[utoipa::path(get, path = "/orders", tag = "orders", params(ListParams),
    security(("staff_session" = ["orders:read"])),
    responses((status = 200, body = ListBody<OrderItem>), (status = 401, body = Problem),
        (status = 403, body = Problem), (status = 422, body = Problem)))]
pub(crate) async fn list(
    State(state): State<AppState>,
    _: Allow<OrdersRead>,
    Params(params): Params<ListParams>,
) -> Result<Json<ListBody<OrderItem>>, HttpError> {
    let filter = OrderFilter {
        search: params.search,
        placed: None,
        customers: params.customers.unwrap_or(CustomersParam::All).into(),
        country: params.country,
        product: parsed("product", params.product.as_deref())?,
        member: parsed("member", params.member.as_deref())?,
        currency: parsed("currency", params.currency.as_deref())?,
    };
    let sort = params.sort.unwrap_or_default().into();
    let query = OrderQuery { filter, from: params.from, to: params.to, sort };
    let page = page_of(params.cursor.as_deref(), params.limit)?;
    Ok(Json(ListBody::of(list_orders(&state.shop, query, page).await?, Into::into)))
}

/// View an order
#[utoipa::path(get, path = "/orders/{id}", tag = "orders", params(("id" = String, Path)),
    security(("staff_session" = ["orders:read"])),
    responses((status = 200, body = OrderDetail), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 404, body = Problem)))]
pub(crate) async fn view(
    State(state): State<AppState>,
    _: Allow<OrdersRead>,
    Caller(call): Caller,
    Path(id): Path<String>,
) -> Result<Json<OrderDetail>, HttpError> {
    Ok(Json(view_order(&state.shop, path_id("order", &id)?, &call).await?.into()))
}
