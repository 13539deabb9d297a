//! Sessions by day, and the people who had them.

use axum::Json;
use axum::extract::State;
use mercat_flow::report::{
    DaysQuery, SessionsAsk, SessionsQuery, sessions as flow, sessions_people as flow_people,
};
use mercat_model::CivilDate;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::admin::report::people::page_of;
use crate::error::{HttpError, Problem};
use crate::extract::{Allow, Caller, Params, ReportsRead};
use crate::state::AppState;
use crate::wire::behaviour::{PeopleList, Sessions};
use crate::wire::filter::event;

/// Which sessions.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SessionsParams {
    /// The events that count, as a step of a funnel; by default any.
    #[param(example = "page_viewed|product_viewed")]
    events: Option<String>,
    /// The first day, in the shop's time zone; by default 30 days up to today.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<CivilDate>,
    /// The last day, included; at most 366 days.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<CivilDate>,
}

fn query(
    events: Option<&str>,
    from: Option<CivilDate>,
    to: Option<CivilDate>,
) -> Result<SessionsQuery, HttpError> {
    Ok(SessionsQuery { events: event("events", events)?.filter, days: DaysQuery { from, to } })
}

/// Sessions by day
///
/// A session is that of the client's session id, or ends after 30 minutes without an event. It belongs to the day of
/// its first event; it bounced when it has one event.
#[utoipa::path(get, path = "/reports/sessions", tag = "reports", params(SessionsParams),
    security(("staff_session" = ["reports:read"])),
    responses((status = 200, body = Sessions), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn sessions(
    State(state): State<AppState>,
    _: Allow<ReportsRead>,
    Caller(call): Caller,
    Params(params): Params<SessionsParams>,
) -> Result<Json<Sessions>, HttpError> {
    let query = query(params.events.as_deref(), params.from, params.to)?;
    Ok(Json(flow(&state.shop, query, call.now).await?.into()))
}

/// Which people.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct SessionsPeopleParams {
    /// See the sessions.
    events: Option<String>,
    /// See the sessions.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<CivilDate>,
    /// See the sessions.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<CivilDate>,
    /// Those with a session of this day; without it of any.
    #[param(value_type = Option<String>, format = Date)]
    day: Option<CivilDate>,
    /// Only those with a session that bounced.
    #[serde(default)]
    bounced: bool,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<usize>,
}

/// The people who had sessions
#[utoipa::path(get, path = "/reports/sessions/people", tag = "reports", params(SessionsPeopleParams),
    security(("staff_session" = ["reports:read"])),
    responses((status = 200, body = PeopleList), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn sessions_people(
    State(state): State<AppState>,
    _: Allow<ReportsRead>,
    Caller(call): Caller,
    Params(params): Params<SessionsPeopleParams>,
) -> Result<Json<PeopleList>, HttpError> {
    let page = page_of(params.cursor.as_deref(), params.limit)?;
    let query = query(params.events.as_deref(), params.from, params.to)?;
    let who = SessionsAsk { day: params.day, bounced: params.bounced };
    Ok(Json(flow_people(&state.shop, query, who, (page, call.now)).await?.into()))
}
