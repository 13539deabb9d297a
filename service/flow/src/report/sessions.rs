//! Sessions a day: how many, how long, how many bounced, and who had them.

use std::sync::Arc;

use mercat_analytics::Period;
use mercat_analytics::behaviour::sessions::{Ask, Sessions, Spec};
use mercat_analytics::behaviour::{Filter, Page};
use mercat_model::{CivilDate, Timestamp, Zone};

use crate::error::FlowError;
use crate::report::load::{self, DaysQuery, PeopleBehind};
use crate::report::scan::{Coverage, ask};
use crate::shop::Shop;

/// Which sessions.
#[derive(Debug, Clone)]
pub struct SessionsQuery {
    /// The events that count.
    pub events: Filter,
    /// The days.
    pub days: DaysQuery,
}

/// The report.
#[derive(Debug, Clone)]
pub struct SessionsReport {
    /// The days.
    pub period: Period,
    /// The time zone of the days.
    pub zone: Zone,
    /// The figures.
    pub sessions: Sessions,
    /// What they are based on.
    pub coverage: Coverage,
}

/// Which people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionsAsk {
    /// Those with a session on this day; none for any day.
    pub day: Option<CivilDate>,
    /// Only those with a session that bounced.
    pub bounced: bool,
}

/// Computes the figures.
pub async fn sessions(
    shop: &Arc<Shop>,
    query: SessionsQuery,
    now: Timestamp,
) -> Result<SessionsReport, FlowError> {
    let zone = load::settings(shop).await?.zone;
    let period = query.days.period(&zone, now)?;
    let (sessions, coverage) = ask(shop, Spec::new(query.events, &period, &zone)?).await?;
    Ok(SessionsReport { period, zone, sessions, coverage })
}

/// A page of the people with such a session.
pub async fn sessions_people(
    shop: &Arc<Shop>,
    query: SessionsQuery,
    who: SessionsAsk,
    (page, now): (Page, Timestamp),
) -> Result<PeopleBehind, FlowError> {
    let zone = load::settings(shop).await?.zone;
    let period = query.days.period(&zone, now)?;
    let number = |day: CivilDate| {
        let number = usize::try_from(day.days_since(period.from()));
        number.map_err(|_| {
            FlowError::invalid("day", format!("`{day}` is before the first, `{}`", period.from()))
        })
    };
    let who = Ask { day: who.day.map(number).transpose()?, bounced: who.bounced };
    let spec = Spec::new(query.events, &period, &zone)?.with_people(who, page)?;
    let (sessions, coverage) = ask(shop, spec).await?;
    load::people(shop, sessions.page, coverage).await
}
