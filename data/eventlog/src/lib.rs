//! The durable log of events: append in batches, follow from an offset.
//!
//! A row is a batch; its offset is that of its first event. Appends are acknowledged after they are durable,
//! and those that wait together share one commit. The log never drops, changes or reorders what it took.

#![expect(clippy::missing_errors_doc, reason = "every function returns LogError, documented there")]

mod postgres;
mod sqlite;

use std::collections::BTreeSet;
use std::path::Path;

use crossbeam_channel::{Receiver, Sender};
use mercat_model::Event;
use tokio::sync::{oneshot, watch};

/// Events that one append may carry: the batch of a relay or an import.
pub const APPEND_MAX: usize = 5_000;

/// Bytes of JSON that one append may carry.
pub const APPEND_BYTES_MAX: usize = 32 << 20;

/// Events that one read returns at most (the last batch may go over it).
pub const READ_MAX: usize = 10_000;

/// Appends that may wait.
const QUEUE_MAX: usize = 4_096;

/// Appends that share one commit.
const GROUP_MAX: usize = 1_024;

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

/// An append on its way: JSON lines, and where they come from.
pub(crate) struct Append {
    lines: Vec<String>,
    relayed: Option<Relayed>,
    reply: oneshot::Sender<Result<u64, LogError>>,
}

impl Append {
    /// What is new in this append, given the numbers that the last relayed batch had.
    fn fresh(&self, seen: &BTreeSet<i64>) -> Vec<&str> {
        let lines = self.lines.iter().map(String::as_str);
        match &self.relayed {
            None => lines.collect(),
            Some(relayed) => lines
                .zip(&relayed.seqs)
                .filter(|(_, seq)| !seen.contains(seq))
                .map(|(line, _)| line)
                .collect(),
        }
    }
}

/// What an engine does for the log.
pub(crate) trait Engine: Send {
    /// Writes a group in one durable transaction; an answer an append: the next offset after it.
    fn append(&mut self, group: &[Append]) -> Result<Vec<Result<u64, LogError>>, LogError>;
    /// Batches that hold events from `offset` on: first offset and JSON lines.
    fn read(&mut self, offset: u64, events: usize) -> Result<Vec<(u64, String)>, LogError>;
    /// The offset that the next event will get.
    fn head(&mut self) -> Result<u64, LogError>;
    /// An engine of its own for readers.
    fn reader(&self) -> Result<Box<dyn Engine>, LogError>;
}

/// The log: one struct, whatever the engine.
pub struct EventLog {
    queue: Sender<Append>,
    head: watch::Receiver<u64>,
    reads: Sender<Read>,
    threads: Vec<std::thread::JoinHandle<()>>,
}

enum Read {
    Batches { offset: u64, events: usize, reply: oneshot::Sender<Result<Vec<(u64, Event)>, LogError>> },
    Head { reply: oneshot::Sender<Result<u64, LogError>> },
}

impl EventLog {
    /// Opens the embedded log at `path`, making it as needed.
    pub fn open_sqlite(path: &Path) -> Result<Self, LogError> {
        Self::start(Box::new(sqlite::Sqlite::open(path)?))
    }

    /// Opens the log in a PostgreSQL database, making its tables as needed.
    pub fn open_postgres(url: &str) -> Result<Self, LogError> {
        Self::start(Box::new(postgres::Postgres::open(url)?))
    }

    fn start(mut engine: Box<dyn Engine>) -> Result<Self, LogError> {
        let (queue, appends) = crossbeam_channel::bounded(QUEUE_MAX);
        let (reads, read_queue) = crossbeam_channel::bounded(QUEUE_MAX);
        let (head_sender, head) = watch::channel(engine.head()?);
        let mut reader = engine.reader()?;
        let spawn = |name: &str, work: Box<dyn FnOnce() + Send>| {
            std::thread::Builder::new()
                .name(name.to_owned())
                .spawn(work)
                .map_err(|error| LogError::Unavailable(format!("no thread could be started: {error}")))
        };
        let threads = vec![
            spawn("log-writer", Box::new(move || append_loop(engine.as_mut(), &appends, &head_sender)))?,
            spawn("log-reader", Box::new(move || read_loop(reader.as_mut(), &read_queue)))?,
        ];
        Ok(EventLog { queue, head, reads, threads })
    }

    /// Appends events; answers with the next offset after them when they are durable.
    pub async fn append(&self, events: &[Event]) -> Result<u64, LogError> {
        let (append, answer) = prepare(events, None)?;
        self.queue.try_send(append).map_err(|_| LogError::Busy)?;
        answer.await.unwrap_or(Err(LogError::Closed))
    }

    /// [`EventLog::append`] for threads of batch flows: waits for room in the queue.
    pub fn append_blocking(&self, events: &[Event]) -> Result<u64, LogError> {
        let (append, answer) = prepare(events, None)?;
        self.queue.send(append).map_err(|_| LogError::Closed)?;
        answer.blocking_recv().unwrap_or(Err(LogError::Closed))
    }

    /// Appends a batch of an outbox: events whose numbers the last such batch had are left out, so that a relay
    /// which died between append and removal doubles nothing.
    pub fn append_relayed_blocking(&self, events: &[Event], relayed: Relayed) -> Result<u64, LogError> {
        let (append, answer) = prepare(events, Some(relayed))?;
        self.queue.send(append).map_err(|_| LogError::Closed)?;
        answer.blocking_recv().unwrap_or(Err(LogError::Closed))
    }

    /// Events from `offset` on, with their offsets, at most about [`READ_MAX`]; empty at the end.
    pub async fn read(&self, offset: u64, events: usize) -> Result<Vec<(u64, Event)>, LogError> {
        let (reply, answer) = oneshot::channel();
        let events = events.min(READ_MAX);
        self.reads.try_send(Read::Batches { offset, events, reply }).map_err(|_| LogError::Busy)?;
        answer.await.unwrap_or(Err(LogError::Closed))
    }

    /// [`EventLog::read`] for threads of batch flows.
    pub fn read_blocking(&self, offset: u64, events: usize) -> Result<Vec<(u64, Event)>, LogError> {
        let (reply, answer) = oneshot::channel();
        let events = events.min(READ_MAX);
        self.reads.send(Read::Batches { offset, events, reply }).map_err(|_| LogError::Closed)?;
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

    /// Lets queued appends finish and closes the connections.
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

type Appended = oneshot::Receiver<Result<u64, LogError>>;

fn prepare(events: &[Event], relayed: Option<Relayed>) -> Result<(Append, Appended), LogError> {
    let mut lines = Vec::with_capacity(events.len());
    for event in events {
        lines.push(serde_json::to_string(event).map_err(|error| LogError::Corrupt(error.to_string()))?);
    }
    let bytes = lines.iter().map(String::len).sum();
    if events.len() > APPEND_MAX || bytes > APPEND_BYTES_MAX {
        return Err(LogError::TooLarge { events: events.len(), bytes });
    }
    let (reply, answer) = oneshot::channel();
    Ok((Append { lines, relayed, reply }, answer))
}

fn append_loop(engine: &mut dyn Engine, queue: &Receiver<Append>, head: &watch::Sender<u64>) {
    while let Ok(first) = queue.recv() {
        let mut group = vec![first];
        group.extend(queue.try_iter().take(GROUP_MAX - 1));
        let answers = engine.append(&group);
        if let Ok(answers) = &answers
            && let Some(newest) = answers.iter().filter_map(|a| a.as_ref().ok()).max()
        {
            head.send_replace(*newest);
        }
        let mut answers = answers.map(Vec::into_iter);
        for append in group {
            let answer = match &mut answers {
                Ok(answers) => answers.next().unwrap_or(Err(LogError::Closed)),
                Err(error) => Err(error.clone()),
            };
            // A caller who stopped waiting needs no answer.
            let _ = append.reply.send(answer);
        }
    }
}

fn read_loop(engine: &mut dyn Engine, queue: &Receiver<Read>) {
    while let Ok(read) = queue.recv() {
        match read {
            Read::Batches { offset, events, reply } => {
                let _ = reply.send(engine.read(offset, events).and_then(|rows| parse(offset, rows)));
            }
            Read::Head { reply } => {
                let _ = reply.send(engine.head());
            }
        }
    }
}

/// Events of batches, without those before `offset`.
fn parse(offset: u64, rows: Vec<(u64, String)>) -> Result<Vec<(u64, Event)>, LogError> {
    let mut events = Vec::new();
    for (first, body) in rows {
        for (position, line) in body.lines().enumerate() {
            let at = first + position as u64;
            if at >= offset {
                let event = serde_json::from_str(line)
                    .map_err(|error| LogError::Corrupt(format!("event {at}: {error}")))?;
                events.push((at, event));
            }
        }
    }
    Ok(events)
}
