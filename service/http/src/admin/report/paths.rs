//! Paths through the shop, and the people who took them.

use axum::Json;
use axum::extract::State;
use mercat_flow::report::behaviour::paths::{Anchor, Ask, Repeats};
use mercat_flow::report::{DaysQuery, PathsQuery, paths as flow, paths_people as flow_people};
use mercat_model::{CivilDate, EventKind};
use serde::Deserialize;
use utoipa::IntoParams;

use crate::admin::report::people::page_of;
use crate::error::{HttpError, Problem};
use crate::extract::{Allow, Caller, Params, ReportsRead};
use crate::state::AppState;
use crate::wire::behaviour::{Paths, PeopleList};
use crate::wire::filter::{event, nodes};

/// Rows of transitions and of paths unless asked otherwise.
const LIMIT_DEFAULT: usize = 20;

/// Which paths.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PathsParams {
    /// The events that count, as a step of a funnel; by default any.
    #[param(example = "page_viewed|product_viewed|order_completed[device=phone]")]
    events: Option<String>,
    /// The first day, in the shop's time zone; by default 30 days up to today.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<CivilDate>,
    /// The last day, included.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<CivilDate>,
    /// Paths that begin with the first event of this kind in a session; by default with its first event.
    starting: Option<String>,
    /// Paths that end with the first event of this kind in a session.
    ending: Option<String>,
    /// Whether pages are told apart.
    by_page: Option<bool>,
    /// Whether an event like the one before it counts again.
    repeats: Option<bool>,
    /// Rows of transitions and of paths, 1 to 100.
    #[param(minimum = 1, maximum = 100, default = 20)]
    limit: Option<usize>,
}

impl PathsParams {
    fn query(&self) -> Result<PathsQuery, HttpError> {
        let anchor = match (&self.starting, &self.ending) {
            (Some(_), Some(_)) => {
                return Err(HttpError::field("ending", "excludes `starting`: name one of them"));
            }
            (Some(kind), None) => Anchor::From(EventKind::named(kind)),
            (None, Some(kind)) => Anchor::To(EventKind::named(kind)),
            (None, None) => Anchor::Start,
        };
        Ok(PathsQuery {
            events: event("events", self.events.as_deref())?.filter,
            days: DaysQuery { from: self.from, to: self.to },
            anchor,
            by_page: self.by_page.unwrap_or(false),
            repeats: if self.repeats.unwrap_or(false) { Repeats::Kept } else { Repeats::Collapsed },
            limit: self.limit.unwrap_or(LIMIT_DEFAULT),
        })
    }
}

/// Paths within sessions
///
/// Which event follows which, and what people do one after the other, up to five events. A session is that of the
/// client's session id, or ends after 30 minutes without an event.
#[utoipa::path(get, path = "/reports/paths", tag = "reports", params(PathsParams),
    security(("staff_session" = ["reports:read"])),
    responses((status = 200, body = Paths), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn paths(
    State(state): State<AppState>,
    _: Allow<ReportsRead>,
    Caller(call): Caller,
    Params(params): Params<PathsParams>,
) -> Result<Json<Paths>, HttpError> {
    Ok(Json(flow(&state.shop, params.query()?, call.now).await?.into()))
}

/// Which people.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub(crate) struct PathsPeopleParams {
    /// See the paths.
    events: Option<String>,
    /// See the paths.
    #[param(value_type = Option<String>, format = Date)]
    from: Option<CivilDate>,
    /// See the paths.
    #[param(value_type = Option<String>, format = Date)]
    to: Option<CivilDate>,
    /// See the paths.
    starting: Option<String>,
    /// See the paths.
    ending: Option<String>,
    /// See the paths.
    by_page: Option<bool>,
    /// See the paths.
    repeats: Option<bool>,
    /// Those who went straight from one node to another: `kind,kind`, with pages `kind@page,kind@page`. A page with
    /// special characters stands in double quotes.
    #[param(example = "product_viewed,product_added")]
    transition: Option<String>,
    /// Those with a session of exactly this path, written alike.
    #[param(example = "page_viewed,product_viewed,product_added")]
    path: Option<String>,
    /// `next_cursor` of the page before.
    cursor: Option<String>,
    /// 1 to 200.
    #[param(minimum = 1, maximum = 200, default = 50)]
    limit: Option<usize>,
}

/// The people of a transition or a path
#[utoipa::path(get, path = "/reports/paths/people", tag = "reports", params(PathsPeopleParams),
    security(("staff_session" = ["reports:read"])),
    responses((status = 200, body = PeopleList), (status = 401, body = Problem), (status = 403, body = Problem),
        (status = 422, body = Problem)))]
pub(crate) async fn paths_people(
    State(state): State<AppState>,
    _: Allow<ReportsRead>,
    Caller(call): Caller,
    Params(params): Params<PathsPeopleParams>,
) -> Result<Json<PeopleList>, HttpError> {
    let page = page_of(params.cursor.as_deref(), params.limit)?;
    let who = match (&params.transition, &params.path) {
        (Some(transition), None) => {
            let [from, to] = nodes("transition", transition)?.try_into().map_err(|_| {
                HttpError::field(
                    "transition",
                    "is not two nodes: write it like `product_viewed,product_added`",
                )
            })?;
            Ask::Transition(from, to)
        }
        (None, Some(path)) => Ask::Path(nodes("path", path)?),
        _ => return Err(HttpError::field("transition", "name either `transition` or `path`")),
    };
    let paths = PathsParams {
        events: params.events,
        from: params.from,
        to: params.to,
        starting: params.starting,
        ending: params.ending,
        by_page: params.by_page,
        repeats: params.repeats,
        limit: None,
    };
    Ok(Json(flow_people(&state.shop, paths.query()?, (who, page), call.now).await?.into()))
}
