//! Who comes back: cohorts by the week or month of a start event, and the people behind each cell.

use std::sync::Arc;

use mercat_analytics::Bucket;
use mercat_analytics::behaviour::returning::{Cell, Returning, Spec};
use mercat_analytics::behaviour::{Filter, Page};
use mercat_model::{CivilDate, Timestamp, Zone};

use crate::error::FlowError;
use crate::report::load::{self, DaysQuery, PeopleBehind};
use crate::report::scan::{Coverage, ask};
use crate::shop::Shop;

/// Periods that the report shows unless asked otherwise, up to the current one.
const DEFAULT_PERIODS: i32 = 12;

/// Which matrix.
#[derive(Debug, Clone)]
pub struct ReturningQuery {
    /// What makes somebody belong to a cohort.
    pub start: Filter,
    /// What counts as coming back.
    pub back: Filter,
    /// Days, weeks or months.
    pub unit: Bucket,
    /// Days in the first and the last period; by default twelve periods up to the current one.
    pub days: DaysQuery,
}

/// The report.
#[derive(Debug, Clone)]
pub struct ReturningReport {
    /// The first day.
    pub from: CivilDate,
    /// The last day.
    pub to: CivilDate,
    /// Days, weeks or months.
    pub unit: Bucket,
    /// The time zone of the periods.
    pub zone: Zone,
    /// The matrix.
    pub returning: Returning,
    /// What it is based on.
    pub coverage: Coverage,
}

impl ReturningQuery {
    fn spec(self, zone: &Zone, now: Timestamp) -> Result<Spec, FlowError> {
        let today = zone.date_of(now);
        let to = self.days.to.unwrap_or_else(|| today.max(self.days.from.unwrap_or(today)));
        let from = self.days.from.unwrap_or_else(|| match self.unit {
            Bucket::Day => to.plus_days(1 - DEFAULT_PERIODS),
            Bucket::Week => to.plus_days(7 * (1 - DEFAULT_PERIODS)),
            Bucket::Month => to.month().plus_months(1 - DEFAULT_PERIODS).first_day(),
        });
        Ok(Spec::new((self.start, self.back), self.unit, (from, to), zone)?)
    }
}

/// Computes the matrix.
pub async fn returning(
    shop: &Arc<Shop>,
    query: ReturningQuery,
    now: Timestamp,
) -> Result<ReturningReport, FlowError> {
    let zone = load::settings(shop).await?.zone;
    let (unit, spec) = (query.unit, query.spec(&zone, now)?);
    let (from, to) = (spec.periods()[0], spec.to());
    let (returning, coverage) = ask(shop, spec).await?;
    Ok(ReturningReport { from, to, unit, zone, returning, coverage })
}

/// A page of the people of a cell; the cohort is named by any of its days.
pub async fn returning_people(
    shop: &Arc<Shop>,
    query: ReturningQuery,
    who: ReturningAsk,
    (page, now): (Page, Timestamp),
) -> Result<PeopleBehind, FlowError> {
    let zone = load::settings(shop).await?.zone;
    let spec = query.spec(&zone, now)?;
    let cohort = spec.cohort_of(who.cohort)?;
    let cell = Cell { cohort, later: who.later, returned: who.returned };
    let (returning, coverage) = ask(shop, spec.with_people(cell, page)?).await?;
    load::people(shop, returning.page, coverage).await
}

/// Which people of the matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ReturningAsk {
    /// A day of the cohort's period.
    pub cohort: CivilDate,
    /// So many periods later; none for the whole cohort.
    pub later: Option<usize>,
    /// Those who returned in that period; else those who did not.
    pub returned: bool,
}
