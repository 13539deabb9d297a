//! Reports on the shop.

pub(crate) mod events;
pub(crate) mod funnel;
pub(crate) mod paths;
pub(crate) mod people;
pub(crate) mod retention;
pub(crate) mod sessions;

use axum::Json;
use axum::extract::State;
use mercat_flow::report::OverviewQuery;
use mercat_model::CivilDate;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::admin::parsed;
use crate::error::{HttpError, Problem};
use crate::extract::{Allow, Caller, MembersRead, Params, ReportsRead};
use crate::state::AppState;
use crate::wire::Items;
use crate::wire::report::{CountryItem, CustomersParam, Overview};

/// Which period, whose orders, which currency.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct OverviewParams {
    /// The first day, in the shop's time zone; by default 30 days up to the latest order.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<CivilDate>,
    /// The last day, included.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<CivilDate>,
    /// Known customers' orders, guests' or all.
    #[param(inline)]
    customers: Option<CustomersParam>,
    /// ISO 4217; by default the shop's own.
    currency: Option<String>,
}

/// The overview of a period
///
/// Revenue counts orders before returns. The comparison is the period of the same length just before.
#[utoipa::path(get, path = "/reports/overview", tag = "reports", params(OverviewParams),
    security(("staff_session" = ["reports:read"])),
    responses((status = 200, body = Overview), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn overview(
    State(state): State<AppState>,
    _: Allow<ReportsRead>,
    Caller(call): Caller,
    Params(params): Params<OverviewParams>,
) -> Result<Json<Overview>, HttpError> {
    let query = OverviewQuery {
        from: params.from,
        to: params.to,
        customers: params.customers.unwrap_or_default().into(),
        currency: parsed("currency", params.currency.as_deref())?,
    };
    Ok(Json(mercat_flow::report::overview(&state.shop, query, &call).await?.into()))
}

/// The countries of members and orders
#[utoipa::path(get, path = "/countries", tag = "reports", security(("staff_session" = ["members:read"])),
    responses((status = 200, body = Items<CountryItem>), (status = 401, body = Problem),
        (status = 403, body = Problem)))]
pub(crate) async fn countries(
    State(state): State<AppState>,
    _: Allow<MembersRead>,
) -> Result<Json<Items<CountryItem>>, HttpError> {
    let counts = mercat_flow::report::country_counts(&state.shop).await?;
    Ok(Json(Items { items: counts.into_iter().map(Into::into).collect() }))
}
