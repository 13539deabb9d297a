//! The funnel: how many people go from step to step, and who they are.

use std::sync::Arc;

use mercat_analytics::Period;
use mercat_analytics::behaviour::funnel::{Ask, Funnel, Spec};
use mercat_analytics::behaviour::{Filter, Page};
use mercat_model::time::DAY_US;
use mercat_model::{TextColumn, Timestamp, Zone};

use crate::error::FlowError;
use crate::report::load::{self, DaysQuery, PeopleBehind};
use crate::report::scan::{Coverage, ask};
use crate::shop::Shop;

/// Which funnel.
#[derive(Debug, Clone)]
pub struct FunnelQuery {
    /// The steps, in order.
    pub steps: Vec<Filter>,
    /// The days of the first step.
    pub days: DaysQuery,
    /// From the first step to the last, in days.
    pub window_days: i64,
    /// The text of the first step that it is broken down by, and how many groups are named.
    pub by: Option<(TextColumn, usize)>,
}

/// The report.
#[derive(Debug, Clone)]
pub struct FunnelReport {
    /// The days of the first step.
    pub period: Period,
    /// The time zone of the days.
    pub zone: Zone,
    /// The figures.
    pub funnel: Funnel,
    /// What they are based on.
    pub coverage: Coverage,
}

impl FunnelQuery {
    fn spec(self, period: &Period, zone: &Zone) -> Result<Spec, FlowError> {
        let window_us = self.window_days.saturating_mul(DAY_US);
        let spec = Spec::new(self.steps, load::span_of(period, zone)?, window_us)?;
        Ok(match self.by {
            Some((column, groups)) => spec.by(column, groups)?,
            None => spec,
        })
    }
}

/// Computes the funnel.
pub async fn funnel(shop: &Arc<Shop>, query: FunnelQuery, now: Timestamp) -> Result<FunnelReport, FlowError> {
    let zone = load::settings(shop).await?.zone;
    let period = query.days.period(&zone, now)?;
    let (funnel, coverage) = ask(shop, query.spec(&period, &zone)?).await?;
    Ok(FunnelReport { period, zone, funnel, coverage })
}

/// A page of the people of a step.
pub async fn funnel_people(
    shop: &Arc<Shop>,
    query: FunnelQuery,
    (who, page): (Ask, Page),
    now: Timestamp,
) -> Result<PeopleBehind, FlowError> {
    let zone = load::settings(shop).await?.zone;
    let period = query.days.period(&zone, now)?;
    let (funnel, coverage) = ask(shop, query.spec(&period, &zone)?.with_people(who, page)?).await?;
    load::people(shop, funnel.page, coverage).await
}
