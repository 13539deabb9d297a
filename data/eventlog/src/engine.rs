//! What an engine does for the log: rows in, rows out, and one head that an append holds.

use std::collections::BTreeSet;

use mercat_model::Timestamp;

use crate::row::Row;
use crate::{LogError, Relayed};

/// Rows that one read returns at most, however few events they hold.
pub(crate) const ROWS_MAX: i64 = 2_000;

/// What happens while the head is held.
pub(crate) type Work<'a> = dyn FnMut(&mut dyn Held) -> Result<(), LogError> + 'a;

/// A connection to the log.
pub(crate) trait Engine: Send {
    /// Runs work in one transaction that holds the head, and commits it durably; an error undoes it.
    fn hold(&mut self, work: &mut Work<'_>) -> Result<(), LogError>;
    /// Rows that hold the next `events` events from `offset` on.
    fn rows(&mut self, offset: u64, events: usize) -> Result<Vec<Row>, LogError>;
    /// The offset that the next event will get.
    fn head(&mut self) -> Result<u64, LogError>;
    /// The offset before which events have been trimmed.
    fn trimmed(&mut self) -> Result<u64, LogError>;
    /// When the newest event came in.
    fn newest_at(&mut self) -> Result<Option<Timestamp>, LogError>;
    /// The first row with an event that came in since a time; the head when there is none.
    fn first_offset_since(&mut self, since: Timestamp) -> Result<u64, LogError>;
    /// An engine of its own for readers.
    fn reader(&self) -> Result<Box<dyn Engine>, LogError>;
}

/// The log while its head is held: nobody else appends.
pub(crate) trait Held {
    /// The offset that the next event will get.
    fn head(&mut self) -> Result<u64, LogError>;
    /// [`Engine::rows`].
    fn rows(&mut self, offset: u64, events: usize) -> Result<Vec<Row>, LogError>;
    /// Adds a row.
    fn insert(&mut self, row: &Row) -> Result<(), LogError>;
    /// Replaces the body of a row.
    fn replace(&mut self, row: &Row) -> Result<(), LogError>;
    /// Moves the head.
    fn set_head(&mut self, next: u64) -> Result<(), LogError>;
    /// Removes rows that end before an offset and whose events all came in before a time: how many events.
    fn trim(&mut self, before: u64, keep_since: Timestamp) -> Result<u64, LogError>;
    /// The numbers of the last relayed batch, which this one replaces; none when the relay's epoch is over.
    fn take_relayed(&mut self, relayed: &Relayed) -> Result<Option<BTreeSet<i64>>, LogError>;
}
