//! Cohorts and how many of them come back: of first orders, or of any event.

use axum::Json;
use axum::extract::State;
use mercat_flow::report::{
    Bucket, DaysQuery, RetentionQuery, ReturningAsk, ReturningQuery, returning, returning_people,
};
use mercat_model::{CivilDate, Month};
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::admin::parsed;
use crate::admin::report::people::page_of;
use crate::error::{HttpError, Problem};
use crate::extract::{Allow, Caller, Params, ReportsRead};
use crate::state::AppState;
use crate::wire::behaviour::PeopleList;
use crate::wire::filter::event;
use crate::wire::report::Retention;

/// How long the periods of a matrix are.
#[derive(Clone, Copy, Default, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum UnitParam {
    /// Days.
    Day,
    /// Weeks from Monday.
    Week,
    /// Calendar months.
    #[default]
    Month,
}

impl From<UnitParam> for Bucket {
    fn from(unit: UnitParam) -> Self {
        match unit {
            UnitParam::Day => Bucket::Day,
            UnitParam::Week => Bucket::Week,
            UnitParam::Month => Bucket::Month,
        }
    }
}

/// Which matrix.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RetentionParams {
    /// A month like `2010-12`, or with `start` also a day like `2010-12-01`: the first cohort is its period. By default
    /// twelve periods up to the latest order, or with `start` up to today.
    #[param(example = "2010-12")]
    from: Option<String>,
    /// The last month, included, or with `start` also a day of the last period.
    #[param(example = "2011-12")]
    to: Option<String>,
    /// ISO 4217, of the orders; by default the shop's own. Not with `start`.
    currency: Option<String>,
    /// The event that makes somebody belong to a cohort, as a step of a funnel; without it the first order ever does.
    #[param(example = "product_viewed")]
    start: Option<String>,
    /// The event that counts as coming back; by default the same. Only with `start`.
    #[param(example = "order_completed")]
    r#return: Option<String>,
    /// How long the periods are: at most 120 of them. Only with `start`.
    #[param(inline)]
    unit: Option<UnitParam>,
}

/// A day, or a month as its first or last day.
fn day_of(field: &'static str, text: Option<&str>, last: bool) -> Result<Option<CivilDate>, HttpError> {
    let Some(text) = text else { return Ok(None) };
    if let Ok(month) = text.parse::<Month>() {
        let first = month.first_day();
        // The 32nd day counted from the first of a month always lies in the next one.
        let next = first.plus_days(31).month().first_day();
        return Ok(Some(if last { next.plus_days(-1) } else { first }));
    }
    text.parse().map(Some).map_err(|error| HttpError::field(field, error))
}

/// What is asked of behaviour; the texts of both events beside it.
fn behaviour(
    start: &str,
    back: Option<&str>,
    unit: Option<UnitParam>,
    (from, to): (Option<&str>, Option<&str>),
) -> Result<(ReturningQuery, (String, String)), HttpError> {
    let start = event("start", Some(start))?;
    let back = match back {
        Some(back) => event("return", Some(back))?,
        None => event("start", Some(&start.text))?,
    };
    let days = DaysQuery { from: day_of("from", from, false)?, to: day_of("to", to, true)? };
    let unit = unit.unwrap_or_default().into();
    Ok((ReturningQuery { start: start.filter, back: back.filter, unit, days }, (start.text, back.text)))
}

/// Cohort retention
///
/// Without `start`, a cohort is the members whose first order ever fell into a month, and they are active when they
/// order; guests are not in it. With `start`, a cohort is the members and visitors whose first such event within the
/// range fell into a period, and they are active when they do the return event in it, at or after that first event.
#[utoipa::path(get, path = "/reports/retention", tag = "reports", params(RetentionParams),
    security(("staff_session" = ["reports:read"])),
    responses((status = 200, body = Retention), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn retention(
    State(state): State<AppState>,
    _: Allow<ReportsRead>,
    Caller(call): Caller,
    Params(params): Params<RetentionParams>,
) -> Result<Json<Retention>, HttpError> {
    let range = (params.from.as_deref(), params.to.as_deref());
    let Some(start) = &params.start else {
        let needs_start = [("return", params.r#return.is_some()), ("unit", params.unit.is_some())];
        if let Some((field, _)) = needs_start.iter().find(|(_, given)| *given) {
            return Err(HttpError::field(field, "goes with `start`: name the event that starts a cohort"));
        }
        let (from, to) = (parsed::<Month>("from", range.0)?, parsed::<Month>("to", range.1)?);
        let currency = parsed("currency", params.currency.as_deref())?;
        let query = RetentionQuery { from, to, currency };
        return Ok(Json(mercat_flow::report::retention(&state.shop, query, call.now).await?.into()));
    };
    if params.currency.is_some() {
        return Err(HttpError::field("currency", "does not go with `start`: put a condition on the event"));
    }
    let (query, events) = behaviour(start, params.r#return.as_deref(), params.unit, range)?;
    let report = returning(&state.shop, query, call.now).await?;
    Ok(Json(Retention::of_behaviour(report, events)))
}

/// Which people of a matrix.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct RetentionPeopleParams {
    /// See the matrix.
    from: Option<String>,
    /// See the matrix.
    to: Option<String>,
    /// See the matrix.
    start: String,
    /// See the matrix.
    r#return: Option<String>,
    /// See the matrix.
    #[param(inline)]
    unit: Option<UnitParam>,
    /// A day of the cohort's period.
    #[param(value_type = String, format = Date)]
    cohort: CivilDate,
    /// So many periods later; without it the whole cohort.
    later: Option<usize>,
    /// Those who came back in that period (`true`), or those who did not.
    #[param(default = true)]
    returned: Option<bool>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<usize>,
}

/// The people of a cell of cohort retention by an event
///
/// Those of a cell of first orders are listed by `/members?cohort=…&active_in=…`.
#[utoipa::path(get, path = "/reports/retention/people", tag = "reports", params(RetentionPeopleParams),
    security(("staff_session" = ["reports:read"])),
    responses((status = 200, body = PeopleList), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn retention_people(
    State(state): State<AppState>,
    _: Allow<ReportsRead>,
    Caller(call): Caller,
    Params(params): Params<RetentionPeopleParams>,
) -> Result<Json<PeopleList>, HttpError> {
    let page = page_of(params.cursor.as_deref(), params.limit)?;
    let range = (params.from.as_deref(), params.to.as_deref());
    let (query, _) = behaviour(&params.start, params.r#return.as_deref(), params.unit, range)?;
    let returned = params.returned.unwrap_or(true);
    let who = ReturningAsk { cohort: params.cohort, later: params.later, returned };
    Ok(Json(returning_people(&state.shop, query, who, (page, call.now)).await?.into()))
}
