//! Paths: what people do one after the other within a session, and who they are.

use std::sync::Arc;

use mercat_analytics::Period;
use mercat_analytics::behaviour::paths::{Anchor, Ask, Paths, Repeats, Spec};
use mercat_analytics::behaviour::{Filter, Page};
use mercat_model::{Timestamp, Zone};

use crate::error::FlowError;
use crate::report::load::{self, DaysQuery, PeopleBehind};
use crate::report::scan::{Coverage, ask};
use crate::shop::Shop;

/// Which paths.
#[derive(Debug, Clone)]
pub struct PathsQuery {
    /// The events that count.
    pub events: Filter,
    /// The days.
    pub days: DaysQuery,
    /// Where the paths begin or end.
    pub anchor: Anchor,
    /// Whether pages are told apart.
    pub by_page: bool,
    /// What becomes of repeated events.
    pub repeats: Repeats,
    /// Rows of transitions and of paths.
    pub limit: usize,
}

/// The report.
#[derive(Debug, Clone)]
pub struct PathsReport {
    /// The days.
    pub period: Period,
    /// The time zone of the days.
    pub zone: Zone,
    /// The figures.
    pub paths: Paths,
    /// What they are based on.
    pub coverage: Coverage,
}

impl PathsQuery {
    fn spec(self, period: &Period, zone: &Zone) -> Result<Spec, FlowError> {
        let spec = Spec::new(self.events, load::span_of(period, zone)?, self.anchor, self.limit)?;
        let spec = spec.repeats(self.repeats);
        Ok(if self.by_page { spec.by_page() } else { spec })
    }
}

/// Computes the paths.
pub async fn paths(shop: &Arc<Shop>, query: PathsQuery, now: Timestamp) -> Result<PathsReport, FlowError> {
    let zone = load::settings(shop).await?.zone;
    let period = query.days.period(&zone, now)?;
    let (paths, coverage) = ask(shop, query.spec(&period, &zone)?).await?;
    Ok(PathsReport { period, zone, paths, coverage })
}

/// A page of the people of a transition or a path.
pub async fn paths_people(
    shop: &Arc<Shop>,
    query: PathsQuery,
    (who, page): (Ask, Page),
    now: Timestamp,
) -> Result<PeopleBehind, FlowError> {
    let zone = load::settings(shop).await?.zone;
    let period = query.days.period(&zone, now)?;
    let (paths, coverage) = ask(shop, query.spec(&period, &zone)?.with_people(who, page)?).await?;
    load::people(shop, paths.page, coverage).await
}
