//! The stretch of time that an operator looks at.

use std::ops::Range;

use mercat_model::{History, Timestamp};

use crate::error::AnalyticsError;

/// From a moment up to, not including, a later one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Span {
    from: Timestamp,
    until: Timestamp,
}

impl Span {
    /// From `from` up to, not including, `until`, which must be later.
    pub fn new(from: Timestamp, until: Timestamp) -> Result<Self, AnalyticsError> {
        if until <= from {
            let reason = format!("`{until}` is not after `{from}`: name a later end");
            return Err(AnalyticsError::Spec { field: "to", reason });
        }
        Ok(Span { from, until })
    }

    /// The first moment.
    pub fn from(&self) -> Timestamp {
        self.from
    }

    /// The first moment after it.
    pub fn until(&self) -> Timestamp {
        self.until
    }

    /// The same, but so much longer at its end.
    pub(crate) fn longer_by(&self, micros: i64) -> Self {
        Span { from: self.from, until: self.until.plus_micros(micros) }
    }

    /// Positions of the events that lie in it. Cost: nothing when all do, else two binary searches.
    pub(crate) fn events_of(&self, history: &History<'_>) -> Range<usize> {
        let times = history.occurred_at;
        let (from, until) = (self.from.as_micros(), self.until.as_micros());
        let first = match times.first() {
            Some(first) if *first < from => times.partition_point(|at| *at < from),
            _ => 0,
        };
        let end = match times.last() {
            Some(last) if *last >= until => times.partition_point(|at| *at < until),
            _ => times.len(),
        };
        first..end.max(first)
    }
}
