//! The durable log of events: append in batches, follow from an offset.
//!
//! A row holds events that lie together; its offset is that of its first event. Appends are acknowledged after they
//! are durable, and those that wait together share one commit. The log never reorders what it took. It drops only
//! what it is told to: rows that are kept elsewhere ([`EventLog::trim_blocking`]) and the events of a person who asks
//! for it ([`EventLog::erase_blocking`]). Offsets never move.

#![expect(clippy::missing_errors_doc, reason = "every function returns LogError, documented there")]

mod append;
mod engine;
mod postgres;
mod row;
mod seen;
mod sqlite;

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crossbeam_channel::{Receiver, Sender};
use mercat_model::{Event, Timestamp};
use tokio::sync::{oneshot, watch};

pub use crate::append::Erased;
pub use crate::seen::SEEN_DAYS;

use crate::append::{Answer, Append, Change, Origin, Writer};
use crate::engine::Engine;

/// Events that one append may carry: the batch of a relay or an import.
pub const APPEND_MAX: usize = 5_000;

/// Bytes of JSON that one append may carry.
pub const APPEND_BYTES_MAX: usize = 32 << 20;

/// Events that one read returns at most (the last batch may go over it).
pub const READ_MAX: usize = 10_000;

/// Appends that may wait.
const QUEUE_MAX: usize = 4_096;

/// Bytes of JSON that may wait: a second of work or two. More would only grow the memory and the waiting.
const WAITING_BYTES_MAX: usize = 96 << 20;

/// Every error of the log.
#[derive(Debug, Clone, thiserror::Error)]
pub enum LogError {
    /// The queue is full; nothing was written.
    #[error("the event log has too many appends waiting: try again in a second")]
    Busy,
    /// The log is shutting down.
    #[error("the event log is closed")]
    Closed,
    /// The engine can't be reached or refused to work.
    #[error("the event log is not available: {0}")]
    Unavailable(String),
    /// A batch can't be read.
    #[error("a batch of the event log can't be read: {0}")]
    Corrupt(String),
    /// One append is too large.
    #[error(
        "an append of {events} events and {bytes} bytes is too large: at most {APPEND_MAX} and {APPEND_BYTES_MAX}"
    )]
    TooLarge {
        /// Events of the append.
        events: usize,
        /// Bytes of their JSON.
        bytes: usize,
    },
    /// The events before an offset have been trimmed.
    #[error("the event log begins at offset {first}: earlier events are in the lake only")]
    Trimmed {
        /// The first offset that is still there.
        first: u64,
    },
    /// Another relay has taken over.
    #[error("relay epoch {0} is over: another server holds the lease")]
    Fenced(i64),
}

impl From<rusqlite::Error> for LogError {
    fn from(error: rusqlite::Error) -> Self {
        LogError::Unavailable(error.to_string())
    }
}

impl From<::postgres::Error> for LogError {
    fn from(error: ::postgres::Error) -> Self {
        let message = error.as_db_error().map(|db| db.message().to_owned());
        LogError::Unavailable(message.unwrap_or_else(|| error.to_string()))
    }
}

/// A batch from an outbox: events with their sequence numbers there, and the epoch of the relay's lease.
#[derive(Debug, Clone)]
pub struct Relayed {
    /// The number of the lease's holding; a lower one than the log has seen is refused.
    pub epoch: i64,
    /// The sequence number of each event, as many as there are events.
    pub seqs: Vec<i64>,
}

/// What an append did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// The offset after the append.
    pub next_offset: u64,
    /// Positions of events that were left out because they came in before.
    pub repeated: Vec<usize>,
}

/// The log: one struct, whatever the engine.
pub struct EventLog {
    queue: Sender<Change>,
    waiting: Arc<AtomicUsize>,
    head: watch::Receiver<u64>,
    reads: Sender<Read>,
    threads: Vec<std::thread::JoinHandle<()>>,
}

enum Read {
    Events { offset: u64, events: usize, reply: oneshot::Sender<Result<Vec<(u64, Event)>, LogError>> },
    Head { reply: oneshot::Sender<Result<u64, LogError>> },
}

impl EventLog {
    /// Opens the embedded log at `path`, making it as needed.
    pub fn open_sqlite(path: &Path) -> Result<Self, LogError> {
        let scratch = path.parent().map_or_else(PathBuf::new, Path::to_owned);
        Self::start(Box::new(sqlite::Sqlite::open(path)?), scratch)
    }

    /// Opens the log in a PostgreSQL database, making its tables as needed. Scratch files lie in the system's folder
    /// for them (`TMPDIR`).
    pub fn open_postgres(url: &str) -> Result<Self, LogError> {
        Self::start(Box::new(postgres::Postgres::open(url)?), std::env::temp_dir())
    }

    fn start(mut engine: Box<dyn Engine>, scratch: PathBuf) -> Result<Self, LogError> {
        let (queue, changes) = crossbeam_channel::bounded(QUEUE_MAX);
        let (reads, read_queue) = crossbeam_channel::bounded(QUEUE_MAX);
        let (head_sender, head) = watch::channel(engine.head()?);
        let mut reader = engine.reader()?;
        let writer = Writer { engine, scratch, seen: None, head: head_sender };
        let spawn = |name: &str, work: Box<dyn FnOnce() + Send>| {
            std::thread::Builder::new()
                .name(name.to_owned())
                .spawn(work)
                .map_err(|error| LogError::Unavailable(format!("no thread could be started: {error}")))
        };
        let threads = vec![
            spawn("log-writer", Box::new(move || writer.run(&changes)))?,
            spawn("log-reader", Box::new(move || read_loop(reader.as_mut(), &read_queue)))?,
        ];
        let waiting = Arc::new(AtomicUsize::new(0));
        Ok(EventLog { queue, waiting, head, reads, threads })
    }

    /// Appends events that are new; answers with the next offset after them when they are durable.
    pub async fn append(&self, events: &[Event]) -> Result<u64, LogError> {
        Ok(self.try_append(events, Origin::Own)?.await.unwrap_or(Err(LogError::Closed))?.next_offset)
    }

    /// Appends what clients sent. Events whose ids' random bits came in during the last [`SEEN_DAYS`] days are left
    /// out, whoever sent them and whichever server took them; the answer names them.
    pub async fn append_collected(&self, events: &[Event]) -> Result<Appended, LogError> {
        self.try_append(events, Origin::Collected)?.await.unwrap_or(Err(LogError::Closed))
    }

    /// [`EventLog::append`] for threads of batch flows: waits for room in the queue.
    pub fn append_blocking(&self, events: &[Event]) -> Result<u64, LogError> {
        Ok(self.append_waiting(events.iter().map(Some), Origin::Own)?.next_offset)
    }

    /// Appends what another log held, with its gaps: none is an event that was erased there. Offsets stay so.
    pub fn append_restored_blocking(&self, events: &[Option<Event>]) -> Result<u64, LogError> {
        Ok(self.append_waiting(events.iter().map(Option::as_ref), Origin::Own)?.next_offset)
    }

    /// [`EventLog::append_collected`] for threads of jobs: waits for room in the queue.
    pub fn append_collected_blocking(&self, events: &[Event]) -> Result<Appended, LogError> {
        self.append_waiting(events.iter().map(Some), Origin::Collected)
    }

    /// Appends a batch of an outbox: events whose numbers the last such batch had are left out, so that a relay
    /// which died between append and removal doubles nothing.
    pub fn append_relayed_blocking(&self, events: &[Event], relayed: Relayed) -> Result<u64, LogError> {
        Ok(self.append_waiting(events.iter().map(Some), Origin::Relayed(relayed))?.next_offset)
    }

    fn try_append(&self, events: &[Event], origin: Origin) -> Result<Answer, LogError> {
        if self.waiting.load(Ordering::Relaxed) > WAITING_BYTES_MAX {
            return Err(LogError::Busy);
        }
        let (append, answer) = Append::new(events.iter().map(Some), origin, &self.waiting)?;
        self.queue.try_send(Change::Append(append)).map_err(|_| LogError::Busy)?;
        Ok(answer)
    }

    fn append_waiting<'a>(
        &self,
        events: impl ExactSizeIterator<Item = Option<&'a Event>>,
        origin: Origin,
    ) -> Result<Appended, LogError> {
        let (append, answer) = Append::new(events, origin, &self.waiting)?;
        self.change(Change::Append(append), answer)
    }

    fn change<T>(
        &self,
        change: Change,
        answer: oneshot::Receiver<Result<T, LogError>>,
    ) -> Result<T, LogError> {
        self.queue.send(change).map_err(|_| LogError::Closed)?;
        answer.blocking_recv().unwrap_or(Err(LogError::Closed))
    }

    /// Removes the oldest rows: those that end before an offset (what every follower has read) and whose events all
    /// came in before a time, which should be [`SEEN_DAYS`] ago or more. Answers with the number of events.
    pub fn trim_blocking(&self, before: u64, keep_since: Timestamp) -> Result<u64, LogError> {
        let (reply, answer) = oneshot::channel();
        self.change(Change::Trim { before, keep_since, reply }, answer)
    }

    /// One step of erasing events for good: of the rows from `from` on. Offsets stay; readers see nothing there.
    pub fn erase_blocking(
        &self,
        from: u64,
        matches: Arc<dyn Fn(&Event) -> bool + Send + Sync>,
    ) -> Result<Erased, LogError> {
        let (reply, answer) = oneshot::channel();
        self.change(Change::Erase { from, matches, reply }, answer)
    }

    /// Events from `offset` on, with their offsets, at most about [`READ_MAX`]; empty at the end. An offset before
    /// the first that is still there is refused ([`LogError::Trimmed`]).
    pub async fn read(&self, offset: u64, events: usize) -> Result<Vec<(u64, Event)>, LogError> {
        let (reply, answer) = oneshot::channel();
        let events = events.min(READ_MAX);
        self.reads.try_send(Read::Events { offset, events, reply }).map_err(|_| LogError::Busy)?;
        answer.await.unwrap_or(Err(LogError::Closed))
    }

    /// [`EventLog::read`] for threads of batch flows.
    pub fn read_blocking(&self, offset: u64, events: usize) -> Result<Vec<(u64, Event)>, LogError> {
        let (reply, answer) = oneshot::channel();
        let events = events.min(READ_MAX);
        self.reads.send(Read::Events { offset, events, reply }).map_err(|_| LogError::Closed)?;
        answer.blocking_recv().unwrap_or(Err(LogError::Closed))
    }

    /// The offset that the next event will get, as the database has it.
    pub async fn head(&self) -> Result<u64, LogError> {
        let (reply, answer) = oneshot::channel();
        self.reads.try_send(Read::Head { reply }).map_err(|_| LogError::Busy)?;
        answer.await.unwrap_or(Err(LogError::Closed))
    }

    /// [`EventLog::head`] for threads of batch flows.
    pub fn head_blocking(&self) -> Result<u64, LogError> {
        let (reply, answer) = oneshot::channel();
        self.reads.send(Read::Head { reply }).map_err(|_| LogError::Closed)?;
        answer.blocking_recv().unwrap_or(Err(LogError::Closed))
    }

    /// Changes when this process appends; other processes' appends are seen by reading.
    pub fn appended(&self) -> watch::Receiver<u64> {
        self.head.clone()
    }

    /// Lets queued changes finish and closes the connections.
    pub fn close(self) {
        let EventLog { queue, reads, threads, .. } = self;
        drop((queue, reads));
        for thread in threads {
            if thread.join().is_err() {
                tracing::error!("a thread of the event log had stopped unexpectedly");
            }
        }
    }
}

fn read_loop(engine: &mut dyn Engine, queue: &Receiver<Read>) {
    while let Ok(read) = queue.recv() {
        match read {
            Read::Events { offset, events, reply } => {
                let _ = reply.send(read_events(engine, offset, events));
            }
            Read::Head { reply } => {
                let _ = reply.send(engine.head());
            }
        }
    }
}

/// Reads on over rows that an erasure has emptied: an empty answer means the end of the log.
fn read_events(engine: &mut dyn Engine, offset: u64, events: usize) -> Result<Vec<(u64, Event)>, LogError> {
    let (mut found, mut from) = (Vec::new(), offset);
    while found.is_empty() {
        let rows = engine.rows(from, events)?;
        if from == offset && rows.first().is_none_or(|row| row.first_offset > offset) {
            let first = engine.trimmed()?;
            if offset < first {
                return Err(LogError::Trimmed { first });
            }
        }
        let Some(last) = rows.last() else { break };
        from = last.end();
        for row in &rows {
            row.events_from(offset, &mut found)?;
        }
    }
    Ok(found)
}
