//! Events by time: how many came, minute by minute, hour by hour or day by day, of which kind and from which source.

use std::sync::Arc;

use mercat_analytics::behaviour::volume::{Spec, Step, Volume};
use mercat_analytics::behaviour::{Filter, Span};
use mercat_model::{Timestamp, Zone};
use mercat_store::source;

use crate::error::FlowError;
use crate::report::load::{self, DaysQuery};
use crate::report::scan::{Coverage, ask};
use crate::shop::Shop;

/// Minutes that can be asked for up to now: a day of them.
pub const MINUTES_MAX: i64 = 1_440;

/// Which time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventsTime {
    /// So many minutes up to now.
    Minutes(i64),
    /// Whole days.
    Days(DaysQuery),
}

/// Which events.
#[derive(Debug, Clone)]
pub struct EventsQuery {
    /// The events that count.
    pub events: Filter,
    /// Of which time.
    pub time: EventsTime,
    /// How far apart points are; by default what suits the time.
    pub step: Option<Step>,
    /// Kinds that are counted apart.
    pub kinds: usize,
}

/// The report.
#[derive(Debug, Clone)]
pub struct EventsReport {
    /// The first moment.
    pub from: Timestamp,
    /// The first moment after it.
    pub until: Timestamp,
    /// The time zone of the days.
    pub zone: Zone,
    /// How far apart points are.
    pub step: Step,
    /// The figures.
    pub volume: Volume,
    /// By source, most first: its id and name, and its events. None are Mercat's own and imported ones.
    pub sources: Vec<(Option<SourceName>, u64)>,
    /// What they are based on.
    pub coverage: Coverage,
}

/// A source by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceName {
    /// Its id.
    pub id: String,
    /// Its name; none when it was removed.
    pub name: Option<String>,
}

/// Counts the events.
pub async fn events(shop: &Arc<Shop>, query: EventsQuery, now: Timestamp) -> Result<EventsReport, FlowError> {
    let zone = load::settings(shop).await?.zone;
    let span = match query.time {
        EventsTime::Minutes(minutes) if (1..=MINUTES_MAX).contains(&minutes) => {
            // The current minute counts as one, although it is not over.
            let end = now.plus_seconds(60);
            let end = Timestamp::from_micros(end.as_micros() - end.as_micros().rem_euclid(60_000_000));
            Span::new(end.plus_seconds(-60 * minutes), end)?
        }
        EventsTime::Minutes(minutes) => {
            return Err(FlowError::invalid("minutes", format!("`{minutes}` is not 1 to {MINUTES_MAX}")));
        }
        EventsTime::Days(days) => load::span_of(&days.period(&zone, now)?, &zone)?,
    };
    let step = query.step.unwrap_or_else(|| Step::of(span));
    let spec = Spec::new(query.events, span, step, &zone)?.top(query.kinds)?;
    let (volume, coverage) = ask(shop, spec).await?;
    let known = shop.store.read("report.sources", |tx| Ok::<_, FlowError>(source::all(tx)?)).await?;
    let named = |id: String| {
        let source = known.iter().find(|source| source.id.to_string() == id);
        SourceName { name: source.map(|source| source.name.clone()), id }
    };
    let sources = volume.sources.iter().map(|(id, count)| (id.clone().map(named), *count)).collect();
    Ok(EventsReport { from: span.from(), until: span.until(), zone, step, volume, sources, coverage })
}
