//! Events by time, kind and source.

use axum::Json;
use axum::extract::State;
use mercat_flow::report::behaviour::volume::Step;
use mercat_flow::report::{DaysQuery, EventsQuery, EventsTime, events as flow};
use mercat_model::CivilDate;
use serde::Deserialize;
use utoipa::{IntoParams, ToSchema};

use crate::error::{HttpError, Problem};
use crate::extract::{Allow, Caller, Params, ReportsRead};
use crate::state::AppState;
use crate::wire::behaviour::Events;
use crate::wire::filter::event;

/// Minutes up to now unless asked otherwise.
const MINUTES_DEFAULT: i64 = 60;

/// Kinds that are counted apart unless asked otherwise: a legend that can be read.
const KINDS_DEFAULT: usize = 10;

/// How far apart points are.
#[derive(Clone, Copy, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
pub(crate) enum StepParam {
    /// Minutes.
    Minute,
    /// Hours of UTC.
    Hour,
    /// Days of the shop's time zone.
    Day,
}

impl From<StepParam> for Step {
    fn from(step: StepParam) -> Self {
        match step {
            StepParam::Minute => Step::Minute,
            StepParam::Hour => Step::Hour,
            StepParam::Day => Step::Day,
        }
    }
}

/// Which events.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct EventsParams {
    /// The events that count, as a step of a funnel; by default any.
    #[param(example = "*[source=src_01JZ0000000000000000000000]")]
    events: Option<String>,
    /// So many minutes up to now, 1 to 1,440. Not with days.
    #[param(minimum = 1, maximum = 1440, default = 60)]
    minutes: Option<i64>,
    /// The first day, in the shop's time zone.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<CivilDate>,
    /// The last day, included.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<CivilDate>,
    /// How far apart points are; by default minutes up to two hours, hours up to three days, then days.
    #[param(inline)]
    unit: Option<StepParam>,
    /// Kinds that are counted apart, 1 to 100.
    #[param(minimum = 1, maximum = 100, default = 10)]
    kinds: Option<usize>,
}

/// Events by time, kind and source
///
/// By the time at which they happened; events of nobody (neither a member nor a visitor) are not counted.
#[utoipa::path(get, path = "/reports/events", tag = "reports", params(EventsParams),
    security(("staff_session" = ["reports:read"])),
    responses((status = 200, body = Events), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn events(
    State(state): State<AppState>,
    _: Allow<ReportsRead>,
    Caller(call): Caller,
    Params(params): Params<EventsParams>,
) -> Result<Json<Events>, HttpError> {
    let days = params.from.is_some() || params.to.is_some();
    if days && params.minutes.is_some() {
        return Err(HttpError::field("minutes", "excludes `from` and `to`: name one of them"));
    }
    let time = if days {
        EventsTime::Days(DaysQuery { from: params.from, to: params.to })
    } else {
        EventsTime::Minutes(params.minutes.unwrap_or(MINUTES_DEFAULT))
    };
    let query = EventsQuery {
        events: event("events", params.events.as_deref())?.filter,
        time,
        step: params.unit.map(Into::into),
        kinds: params.kinds.unwrap_or(KINDS_DEFAULT),
    };
    Ok(Json(flow(&state.shop, query, call.now).await?.into()))
}
