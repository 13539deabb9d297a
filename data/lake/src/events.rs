//! Whole events, streamed: for backups and for training that needs more than a person's columns.

use std::ops::ControlFlow;

use mercat_model::{Event, Timestamp};

use crate::error::LakeError;
use crate::lake::Snapshot;

/// A range of time, half open; no bound is none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TimeRange {
    /// The first moment that belongs to it.
    pub from: Option<Timestamp>,
    /// The first moment after it.
    pub to: Option<Timestamp>,
}

impl TimeRange {
    /// Bounds in microseconds, half open; the latest of all times belongs to a range without an end.
    pub(crate) fn bounds(self) -> (i64, i64) {
        (self.from.map_or(i64::MIN, Timestamp::as_micros), self.to.map_or(i64::MAX, Timestamp::as_micros))
    }

    /// Whether anything between two times, both included, can lie in the range.
    pub(crate) fn touches(self, min: i64, max: i64) -> bool {
        let (from, to) = self.bounds();
        max >= from && min < to
    }

    /// Whether everything between two times, both included, lies in the range.
    pub(crate) fn covers(self, min: i64, max: i64) -> bool {
        let (from, to) = self.bounds();
        min >= from && max < to
    }

    fn holds(self, time: Timestamp) -> bool {
        self.covers(time.as_micros(), time.as_micros())
    }
}

impl Snapshot {
    /// Gives every sealed event whose time lies in the range, once, until `take` breaks. Order: by file (month,
    /// bucket), in it by person, time and id. Memory: some thousand events at a time.
    ///
    /// # Errors
    /// When a file is gone or damaged; events before it were given.
    pub fn for_each_event(
        &self,
        range: TimeRange,
        mut take: impl FnMut(Event) -> ControlFlow<()>,
    ) -> Result<(), LakeError> {
        for entry in &self.manifest.files {
            if !range.touches(entry.occurred_min.as_micros(), entry.occurred_max.as_micros()) {
                continue;
            }
            let opened = self.footers.open(&self.root, entry)?;
            for group in 0..opened.footer.groups() {
                if opened.footer.times(group).is_some_and(|(min, max)| !range.touches(min, max)) {
                    continue;
                }
                for rows in opened.rows(group)? {
                    for row in rows?.into_iter().filter(|row| range.holds(row.event.occurred_at)) {
                        if take(row.event).is_break() {
                            return Ok(());
                        }
                    }
                }
            }
        }
        Ok(())
    }
}
