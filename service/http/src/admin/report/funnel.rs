//! The funnel, and the people of its steps.

use axum::Json;
use axum::extract::State;
use mercat_flow::report::behaviour::funnel::{Ask, Group};
use mercat_flow::report::{DaysQuery, FunnelQuery, funnel as flow};
use mercat_model::CivilDate;
use serde::Deserialize;
use utoipa::IntoParams;

use crate::admin::report::people::{Page, page_of};
use crate::error::{HttpError, Problem};
use crate::extract::{Allow, Caller, Params, ReportsRead};
use crate::state::AppState;
use crate::wire::behaviour::{Funnel, PeopleList};
use crate::wire::filter::{Written, column, events};

/// The window unless asked otherwise: a week, in which most of those who will buy have bought.
const WINDOW_DAYS_DEFAULT: i64 = 7;

/// Groups of a breakdown unless asked otherwise: colours that can be told apart.
const GROUPS_DEFAULT: usize = 5;

/// Which funnel.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FunnelParams {
    /// 2 to 10 events in order, with commas between: a kind, several (`a|b`) or any (`*`), each with conditions in
    /// brackets where wanted. Conditions: `device=phone`, `region=CN|DE`, `utm.source!=newsletter`, `url~/sale`,
    /// `properties.size` (there is one), `value>=12.50 CNY`, with `;` between. Columns: session, source, device, region,
    /// channel, merchant, url, product, currency, utm.…, properties.…; texts with special characters in double quotes.
    #[param(example = "product_viewed[device=phone],product_added,order_completed")]
    pub(crate) steps: String,
    /// The first day on which a first step counts, in the shop's time zone; by default 30 days up to today.
    #[param(value_type = Option<String>, format = Date)]
    pub(crate) from: Option<CivilDate>,
    /// The last day, included.
    #[param(value_type = Option<String>, format = Date)]
    pub(crate) to: Option<CivilDate>,
    /// Days from the first step to the last, 1 to 366.
    #[param(minimum = 1, maximum = 366, default = 7)]
    pub(crate) window_days: Option<i64>,
    /// A column to break down by, of the first step's event.
    #[param(example = "device")]
    pub(crate) by: Option<String>,
    /// Groups that are named, 1 to 20; the others are one.
    #[param(minimum = 1, maximum = 20, default = 5)]
    pub(crate) groups: Option<usize>,
}

impl FunnelParams {
    fn query(&self) -> Result<(FunnelQuery, Vec<Written>), HttpError> {
        let written = events("steps", &self.steps)?;
        let by = self.by.as_deref().map(|name| column("by", name)).transpose()?;
        let query = FunnelQuery {
            steps: written.iter().map(|event| event.filter.clone()).collect(),
            days: DaysQuery { from: self.from, to: self.to },
            window_days: self.window_days.unwrap_or(WINDOW_DAYS_DEFAULT),
            by: by.map(|column| (column, self.groups.unwrap_or(GROUPS_DEFAULT))),
        };
        Ok((query, written))
    }
}

/// A funnel
///
/// How many people did the steps in order, all within the window after the first. Other events may stand between. A
/// person counts once, by the attempt that came furthest.
#[utoipa::path(get, path = "/reports/funnel", tag = "reports", params(FunnelParams),
    security(("staff_session" = ["reports:read"])),
    responses((status = 200, body = Funnel), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn funnel(
    State(state): State<AppState>,
    _: Allow<ReportsRead>,
    Caller(call): Caller,
    Params(params): Params<FunnelParams>,
) -> Result<Json<Funnel>, HttpError> {
    let (query, written) = params.query()?;
    let window_days = query.window_days;
    let report = flow(&state.shop, query, call.now).await?;
    Ok(Json(Funnel::of(report, written, window_days, params.by)))
}

/// Which people of a funnel.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct FunnelPeopleParams {
    /// See the funnel.
    steps: String,
    /// See the funnel.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<CivilDate>,
    /// See the funnel.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<CivilDate>,
    /// See the funnel.
    window_days: Option<i64>,
    /// See the funnel.
    by: Option<String>,
    /// The step, 1 for the first.
    #[param(minimum = 1, maximum = 10)]
    step: usize,
    /// Only those who came no further.
    #[serde(default)]
    dropped: bool,
    /// Only those whose first step has this text in the column `by`.
    group: Option<String>,
    /// Only those whose first step has no text in the column `by`.
    #[serde(default)]
    group_missing: bool,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<usize>,
}

/// The people of a step of a funnel
#[utoipa::path(get, path = "/reports/funnel/people", tag = "reports", params(FunnelPeopleParams),
    security(("staff_session" = ["reports:read"])),
    responses((status = 200, body = PeopleList), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn funnel_people(
    State(state): State<AppState>,
    _: Allow<ReportsRead>,
    Caller(call): Caller,
    Params(params): Params<FunnelPeopleParams>,
) -> Result<Json<PeopleList>, HttpError> {
    let page: Page = page_of(params.cursor.as_deref(), params.limit)?;
    let group = match params.group {
        Some(_) if params.group_missing => {
            return Err(HttpError::field("group", "excludes `group_missing`: name one of them"));
        }
        Some(text) => Group::Text(Some(text)),
        None if params.group_missing => Group::Text(None),
        None => Group::All,
    };
    let who = Ask { step: params.step, dropped: params.dropped, group };
    let funnel = FunnelParams {
        steps: params.steps,
        from: params.from,
        to: params.to,
        window_days: params.window_days,
        by: params.by,
        groups: None,
    };
    let (query, _) = funnel.query()?;
    let people = mercat_flow::report::funnel_people(&state.shop, query, (who, page), call.now).await?;
    Ok(Json(people.into()))
}
