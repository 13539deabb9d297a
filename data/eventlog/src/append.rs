//! Appends on their way, and the thread that writes them: those that wait together share one durable commit.

use std::collections::{BTreeSet, HashSet};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use crossbeam_channel::Receiver;
use mercat_model::{Event, Timestamp};
use tokio::sync::{oneshot, watch};

use crate::engine::{Engine, Held};
use crate::row::Row;
use crate::seen::{Fingerprint, Seen};
use crate::{APPEND_BYTES_MAX, APPEND_MAX, Appended, LogError, Relayed};

/// Appends that share one commit.
const GROUP_MAX: usize = 1_024;

/// Bytes of JSON that share one commit: some hundred milliseconds of work, so that nobody waits long.
const GROUP_BYTES_MAX: usize = 16 << 20;

/// Bytes of JSON of one row, before compression: large rows compress and read better, small ones are read sooner.
const ROW_BYTES_MAX: usize = 512 << 10;

/// Events read at once while the seen ids are gathered.
const CATCH_UP_EVENTS: usize = 20_000;

/// What an append is for.
#[derive(Debug, Clone)]
pub(crate) enum Origin {
    /// Every event is new.
    Own,
    /// Clients may send events again; those that came in before are left out.
    Collected,
    /// An outbox's batch.
    Relayed(Relayed),
}

/// Events as JSON lines, and where they come from.
pub(crate) struct Append {
    text: String,
    /// Where each line ends in the text.
    ends: Vec<usize>,
    fingerprints: Vec<(Fingerprint, u64)>,
    newest_at: Timestamp,
    origin: Origin,
    reply: oneshot::Sender<Result<Appended, LogError>>,
    _room: Room,
}

/// Bytes that wait; given back when the append is answered.
pub(crate) struct Room {
    waiting: Arc<AtomicUsize>,
    bytes: usize,
}

impl Drop for Room {
    fn drop(&mut self) {
        self.waiting.fetch_sub(self.bytes, Ordering::Relaxed);
    }
}

pub(crate) type Answer = oneshot::Receiver<Result<Appended, LogError>>;

impl Append {
    /// Writes events as JSON; `waiting` counts the bytes of all appends under way.
    ///
    /// None is an erased event: its line is empty.
    pub(crate) fn new<'a>(
        events: impl ExactSizeIterator<Item = Option<&'a Event>>,
        origin: Origin,
        waiting: &Arc<AtomicUsize>,
    ) -> Result<(Self, Answer), LogError> {
        let corrupt = |error: serde_json::Error| LogError::Corrupt(error.to_string());
        let count = events.len();
        let mut bytes = Vec::with_capacity(count * 512);
        let (mut ends, mut fingerprints) = (Vec::with_capacity(count), Vec::new());
        let mut newest_at = Timestamp::from_micros(0);
        for event in events {
            if let Some(event) = event {
                serde_json::to_writer(&mut bytes, event).map_err(corrupt)?;
            }
            ends.push(bytes.len());
            let Some(event) = event else { continue };
            newest_at = newest_at.max(event.received_at);
            if matches!(origin, Origin::Collected) {
                fingerprints.push(Fingerprint::of(event.id));
            }
        }
        if count > APPEND_MAX || bytes.len() > APPEND_BYTES_MAX {
            return Err(LogError::TooLarge { events: count, bytes: bytes.len() });
        }
        let text = String::from_utf8(bytes).map_err(|error| LogError::Corrupt(error.to_string()))?;
        waiting.fetch_add(text.len(), Ordering::Relaxed);
        let room = Room { waiting: waiting.clone(), bytes: text.len() };
        let (reply, answer) = oneshot::channel();
        Ok((Append { text, ends, fingerprints, newest_at, origin, reply, _room: room }, answer))
    }

    fn lines(&self) -> impl Iterator<Item = &str> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.text[start..*end])
    }
}

/// A change to the log.
pub(crate) enum Change {
    Append(Append),
    /// Removes rows before an offset whose events all came in before a time.
    Trim {
        before: u64,
        keep_since: Timestamp,
        reply: oneshot::Sender<Result<u64, LogError>>,
    },
    /// Empties the lines of some events in the rows from an offset on, a few rows at a time.
    Erase {
        from: u64,
        matches: Arc<dyn Fn(&Event) -> bool + Send + Sync>,
        reply: oneshot::Sender<Result<Erased, LogError>>,
    },
}

/// One step of an erasure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Erased {
    /// Events that were removed in this step.
    pub events: u64,
    /// Where the next step begins; none at the end of the log.
    pub next: Option<u64>,
}

/// What the writing thread holds.
pub(crate) struct Writer {
    pub(crate) engine: Box<dyn Engine>,
    /// Where the files of seen ids are made.
    pub(crate) scratch: PathBuf,
    pub(crate) seen: Option<Seen>,
    pub(crate) head: watch::Sender<u64>,
}

impl Writer {
    /// Works until the queue is closed and empty.
    pub(crate) fn run(mut self, queue: &Receiver<Change>) {
        while let Ok(first) = queue.recv() {
            let mut group = Vec::new();
            let mut next = Some(first);
            let mut bytes = 0;
            while let Some(change) = next.take() {
                match change {
                    Change::Append(append) => {
                        bytes += append.text.len();
                        group.push(append);
                        if group.len() < GROUP_MAX && bytes < GROUP_BYTES_MAX {
                            next = queue.try_recv().ok();
                        }
                    }
                    other => {
                        self.append(std::mem::take(&mut group));
                        self.change(other);
                    }
                }
            }
            self.append(group);
        }
    }

    fn append(&mut self, group: Vec<Append>) {
        if group.is_empty() {
            return;
        }
        let answers = self.commit(&group);
        if answers.is_err() {
            // What the set took of this group is not in the log; it is gathered anew.
            self.seen = None;
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

    fn commit(&mut self, group: &[Append]) -> Result<Vec<Result<Appended, LogError>>, LogError> {
        let collected = group.iter().any(|append| matches!(append.origin, Origin::Collected));
        if collected {
            self.gather()?;
        }
        let (seen, mut answers, mut head) = (&mut self.seen, Vec::new(), 0);
        self.engine.hold(&mut |held| {
            head = held.head()?;
            if collected && let Some(seen) = seen.as_mut() {
                while seen.upto < head {
                    let rows = held.rows(seen.upto, CATCH_UP_EVENTS)?;
                    take_rows(seen, &rows, head)?;
                }
            }
            let mut rows = Rows::new(head);
            answers = group
                .iter()
                .map(|append| take(append, held, seen.as_mut(), &mut rows))
                .collect::<Result<_, LogError>>()?;
            rows.finish(held)?;
            head = rows.next;
            held.set_head(head)
        })?;
        if let Some(seen) = seen.as_mut().filter(|_| collected) {
            seen.upto = head;
        }
        self.head.send_replace(head);
        Ok(answers)
    }

    /// Builds the set of seen ids from the log, before the head is held: a large log takes seconds.
    fn gather(&mut self) -> Result<(), LogError> {
        if self.seen.is_some() {
            return Ok(());
        }
        std::fs::create_dir_all(&self.scratch).map_err(unavailable)?;
        let days_us = (crate::seen::SEEN_DAYS * 86_400_000_000) as i64;
        let since = self.engine.newest_at()?.map(|newest| newest.plus_micros(-days_us));
        let mut seen = Seen::new(&self.scratch, 0);
        seen.upto = match since {
            Some(since) => self.engine.first_offset_since(since)?,
            None => 0,
        };
        loop {
            let rows = self.engine.rows(seen.upto, CATCH_UP_EVENTS)?;
            if rows.is_empty() {
                break;
            }
            take_rows(&mut seen, &rows, u64::MAX)?;
        }
        self.seen = Some(seen);
        Ok(())
    }

    fn change(&mut self, change: Change) {
        match change {
            Change::Append(append) => self.append(vec![append]),
            Change::Trim { before, keep_since, reply } => {
                let mut removed = 0;
                let done = self.engine.hold(&mut |held| {
                    removed = held.trim(before, keep_since)?;
                    Ok(())
                });
                let _ = reply.send(done.map(|()| removed));
            }
            Change::Erase { from, matches, reply } => {
                let mut erased = Erased { events: 0, next: None };
                let done = self.engine.hold(&mut |held| {
                    erased = erase(held, from, matches.as_ref())?;
                    Ok(())
                });
                let _ = reply.send(done.map(|()| erased));
            }
        }
    }
}

/// Files of seen ids that can't be written or read stop the log: it can't promise to recognise a repetition.
fn unavailable(error: std::io::Error) -> LogError {
    LogError::Unavailable(format!("the files of seen events: {error}"))
}

/// Takes the ids of rows; rows up to `end` are then known, and so is the gap that a trim left before them.
fn take_rows(seen: &mut Seen, rows: &[Row], end: u64) -> Result<(), LogError> {
    for row in rows {
        let mut events = Vec::new();
        row.ids(&mut events)?;
        for id in events {
            let (fingerprint, ms) = Fingerprint::of(id);
            seen.insert(fingerprint, ms).map_err(unavailable)?;
        }
        seen.upto = row.end();
    }
    if rows.is_empty() {
        seen.upto = end;
    }
    Ok(())
}

/// Puts what is new in an append into rows.
fn take(
    append: &Append,
    held: &mut dyn Held,
    seen: Option<&mut Seen>,
    rows: &mut Rows,
) -> Result<Result<Appended, LogError>, LogError> {
    let mut repeated = Vec::new();
    match (&append.origin, seen) {
        (Origin::Relayed(relayed), _) => match held.take_relayed(relayed)? {
            None => return Ok(Err(LogError::Fenced(relayed.epoch))),
            Some(before) => {
                let is_old = |seq: &i64| before.contains(seq);
                repeated
                    .extend(relayed.seqs.iter().enumerate().filter(|(_, seq)| is_old(seq)).map(|(n, _)| n));
            }
        },
        (Origin::Collected, Some(seen)) => {
            for (position, (fingerprint, ms)) in append.fingerprints.iter().enumerate() {
                if seen.contains(*fingerprint).map_err(unavailable)? {
                    repeated.push(position);
                } else {
                    seen.insert(*fingerprint, *ms).map_err(unavailable)?;
                }
            }
        }
        (Origin::Collected | Origin::Own, _) => {}
    }
    let left_out: HashSet<usize> = repeated.iter().copied().collect();
    for (position, line) in append.lines().enumerate() {
        if left_out.is_empty() || !left_out.contains(&position) {
            rows.push(line, append.newest_at, held)?;
        }
    }
    Ok(Ok(Appended { next_offset: rows.next, repeated }))
}

/// Rows that grow until they are large enough to be written.
struct Rows {
    /// The offset of the next event.
    next: u64,
    text: String,
    events: u64,
    newest_at: Timestamp,
}

impl Rows {
    fn new(next: u64) -> Self {
        Rows { next, text: String::new(), events: 0, newest_at: Timestamp::from_micros(0) }
    }

    fn push(&mut self, line: &str, newest_at: Timestamp, held: &mut dyn Held) -> Result<(), LogError> {
        if self.text.len() + line.len() > ROW_BYTES_MAX {
            self.finish(held)?;
        }
        if self.events > 0 {
            self.text.push('\n');
        }
        self.text.push_str(line);
        self.events += 1;
        self.next += 1;
        self.newest_at = self.newest_at.max(newest_at);
        Ok(())
    }

    fn finish(&mut self, held: &mut dyn Held) -> Result<(), LogError> {
        if self.events > 0 {
            held.insert(&Row::new(self.next - self.events, self.events, self.newest_at, &self.text))?;
        }
        *self = Rows::new(self.next);
        Ok(())
    }
}

/// Empties matching lines of the next rows.
fn erase(
    held: &mut dyn Held,
    from: u64,
    matches: &(dyn Fn(&Event) -> bool + Send + Sync),
) -> Result<Erased, LogError> {
    let rows = held.rows(from, CATCH_UP_EVENTS)?;
    let mut erased = Erased { events: 0, next: rows.last().map(Row::end) };
    for row in rows {
        let mut events = Vec::new();
        row.events_from(0, &mut events)?;
        let gone: BTreeSet<u64> =
            events.iter().filter(|(_, event)| matches(event)).map(|(offset, _)| *offset).collect();
        if gone.is_empty() {
            continue;
        }
        erased.events += gone.len() as u64;
        let text = row.text()?;
        let lines = (row.first_offset..).zip(text.split('\n'));
        let kept: Vec<&str> = lines.map(|(at, line)| if gone.contains(&at) { "" } else { line }).collect();
        held.replace(&Row::new(row.first_offset, row.events, row.newest_at, &kept.join("\n")))?;
    }
    Ok(erased)
}
