//! Fills an empty shop from a backup.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Sender, channel};

use mercat_model::Event;
use mercat_store::artefact::Unfinished;
use mercat_store::backup::{
    Table, begin, end, finish_rows, insert_rows, occupied, schema_version, unfinished,
};
use mercat_store::{Tx, Value};

use super::BackupWatch;
use super::back_up::tell;
use super::format::{Counts, Line, Reading, Section, decode, decode_one, failed, refused};
use super::verify::{Verified, known_columns, verify};
use crate::error::FlowError;
use crate::shop::Shop;

/// Rows inserted at once.
const ROWS_AT_ONCE: usize = 1_000;

/// Events appended at once.
const EVENTS_AT_ONCE: usize = 2_000;

/// Bytes of events appended at once (the last one may go over it): a fraction of what the log takes.
const EVENT_BYTES_AT_ONCE: usize = 8 << 20;

/// What was restored.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RestoreReport {
    /// Rows of all tables.
    pub rows: u64,
    /// Events of the log.
    pub events: u64,
    /// Files of models.
    pub files: u64,
}

/// Restores a backup into a shop that holds nothing yet. A restore that was stopped or killed is finished by
/// the same call. Blocks: call it on a thread of its own.
pub fn restore(shop: &Shop, from: &Path, watch: &mut BackupWatch<'_>) -> Result<RestoreReport, FlowError> {
    let (version, begun, occupied) = shop.store.read_blocking("restore.look", |tx| {
        Ok::<_, FlowError>((schema_version(tx)?, unfinished(tx)?, occupied(tx)?))
    })?;
    let head = shop.log.head_blocking()?;
    let found = match (occupied, head) {
        (Some(table), _) => Some(format!("the table `{table}`")),
        (None, 1..) if begun.is_none() => Some("the event log".to_owned()),
        // Its offsets belong to another log: events would be missed or counted twice.
        _ if shop.lake.sealed_offset()? > 0 => Some("the lake".to_owned()),
        _ => None,
    };
    if let Some(found) = found {
        return Err(refused(format!(
            "the shop is not empty ({found} holds something): restore into a new data folder or database"
        )));
    }
    let verified = verify(from, version, watch)?;
    match &begun {
        Some(hash) if *hash != verified.blake3 => {
            return Err(refused(
                "the restore of another backup was begun here: finish it with that file, or use a new data folder",
            ));
        }
        Some(_) if head > verified.counts.events => {
            return Err(refused(
                "the event log holds more than the backup: use a new data folder or database",
            ));
        }
        _ => {}
    }
    let filled = mark(shop, &verified.blake3).and_then(|()| fill(shop, from, &verified, watch));
    if filled.is_err() && begun.is_none() && shop.log.head_blocking().is_ok_and(|head| head == 0) {
        // Nothing of the shop is there: it is empty as it was. What stays of the mark is said at the next start.
        let _ = shop.store.write_blocking("restore.give_up", end);
    }
    filled?;
    let Counts { rows, events, files, .. } = verified.counts;
    Ok(RestoreReport { rows, events, files })
}

/// Refuses a shop whose restore was begun and not finished; call it before a shop serves.
pub fn check_restored(shop: &Shop) -> Result<(), FlowError> {
    match shop.store.read_blocking("restore.look", unfinished)? {
        None => Ok(()),
        Some(_) => Err(refused(
            "a restore of this shop was not finished: run `mercat restore` again with the same file",
        )),
    }
}

fn mark(shop: &Shop, hash: &str) -> Result<(), FlowError> {
    let hash = hash.to_owned();
    Ok(shop.store.write_blocking("restore.begin", move |tx| begin(tx, &hash))?)
}

/// Models and events first, which nobody looks for without the rows; then the rows, all at once.
fn fill(shop: &Shop, from: &Path, verified: &Verified, watch: &mut BackupWatch<'_>) -> Result<(), FlowError> {
    fill_log_and_models(shop, from, verified, watch)?;
    let (sender, progress) = channel();
    std::thread::scope(|scope| {
        let (relayed, expected) = (verified.relayed.clone(), verified.counts.rows);
        let rows = Rows { from: from.to_owned(), relayed, expected, sender };
        let inserting =
            scope.spawn(move || shop.store.write_blocking("restore.rows", move |tx| rows.insert(tx)));
        for done in progress {
            // One transaction is not stopped halfway: it is undone when the program is.
            let _ = tell(watch, "rows", done, verified.counts.rows);
        }
        match inserting.join() {
            Ok(done) => done,
            Err(_) => Err(FlowError::Internal("the writer of the rows stopped unexpectedly".to_owned())),
        }
    })
}

fn fill_log_and_models(
    shop: &Shop,
    from: &Path,
    verified: &Verified,
    watch: &mut BackupWatch<'_>,
) -> Result<(), FlowError> {
    let wrap = |reason: String| failed(from, &reason);
    let mut reading = Reading::open(from)?;
    let mut log = LogFilling::begin(shop)?;
    let mut models = ModelFilling { shop, open: None };
    let mut within = Within::Other;
    while let Some(line) = reading.next().map_err(wrap)? {
        match (line, &within) {
            (Line::Section(section), _) => {
                if matches!(within, Within::Events) {
                    log.flush()?;
                    log.check(verified.counts.events)?;
                }
                within = match section {
                    Section::Events { .. } => Within::Events,
                    Section::File { model, file } => {
                        models.file(&model, &file)?;
                        Within::File
                    }
                    _ => Within::Other,
                };
            }
            (Line::Data(line), Within::Events) => {
                if log.add(line.len(), || decode_one(line).map_err(wrap))? {
                    tell(watch, "events", log.seen, verified.counts.events)?;
                }
            }
            (Line::Data(line), Within::File) => models.piece(&decode(line).map_err(wrap)?)?,
            (Line::Data(_), Within::Other) => {}
        }
    }
    models.finish()
}

enum Within {
    Events,
    File,
    Other,
}

/// Appends events behind those that an earlier attempt had appended.
struct LogFilling<'a> {
    shop: &'a Shop,
    head: u64,
    seen: u64,
    events: Vec<Option<Event>>,
    bytes: usize,
}

impl<'a> LogFilling<'a> {
    fn begin(shop: &'a Shop) -> Result<Self, FlowError> {
        let head = shop.log.head_blocking()?;
        Ok(LogFilling { shop, head, seen: 0, events: Vec::with_capacity(EVENTS_AT_ONCE), bytes: 0 })
    }

    /// Takes an event of so many bytes unless the log has it; true when a batch of them was written.
    fn add(
        &mut self,
        bytes: usize,
        event: impl FnOnce() -> Result<Option<Event>, FlowError>,
    ) -> Result<bool, FlowError> {
        self.seen += 1;
        if self.seen > self.head {
            self.events.push(event()?);
            self.bytes += bytes;
        }
        let full = self.events.len() >= EVENTS_AT_ONCE || self.bytes >= EVENT_BYTES_AT_ONCE;
        if full {
            self.flush()?;
        }
        Ok(full)
    }

    fn flush(&mut self) -> Result<(), FlowError> {
        if !self.events.is_empty() {
            self.shop.log.append_restored_blocking(&self.events)?;
            self.events.clear();
            self.bytes = 0;
        }
        Ok(())
    }

    /// Followers' offsets hold only if every event got the offset that it had.
    fn check(&self, events: u64) -> Result<(), FlowError> {
        let head = self.shop.log.head_blocking()?;
        if head == events {
            return Ok(());
        }
        Err(refused(format!(
            "the event log holds {head} events after {events} were restored: is a server running?"
        )))
    }
}

struct ModelFilling<'a> {
    shop: &'a Shop,
    open: Option<(String, Unfinished)>,
}

impl ModelFilling<'_> {
    fn file(&mut self, model: &str, file: &str) -> Result<(), FlowError> {
        if self.open.as_ref().is_none_or(|(open, _)| open != model) {
            self.finish()?;
            // A folder that is there was put there whole, by an earlier attempt.
            let there = mercat_store::artefact::names(&self.shop.models, model)?.is_some();
            if there {
                return Ok(());
            }
            std::fs::create_dir_all(&self.shop.models).map_err(|e| failed(&self.shop.models, &e))?;
            self.open = Some((model.to_owned(), Unfinished::begin(&self.shop.models, model)?));
        }
        match &mut self.open {
            Some((_, open)) => Ok(open.file(file)?),
            None => Ok(()),
        }
    }

    fn piece(&mut self, row: &[Value]) -> Result<(), FlowError> {
        if let (Some((_, open)), [Value::Bytes(bytes)]) = (&mut self.open, row) {
            open.write(bytes)?;
        }
        Ok(())
    }

    fn finish(&mut self) -> Result<(), FlowError> {
        match self.open.take() {
            Some((_, open)) => Ok(open.finish()?),
            None => Ok(()),
        }
    }
}

/// The tables of a verified file. Reading it within the transaction keeps memory bounded, and a transaction that
/// is run again reads it again.
struct Rows {
    from: PathBuf,
    relayed: BTreeSet<i64>,
    /// Rows that the file holds.
    expected: u64,
    /// Hears of rows inserted.
    sender: Sender<u64>,
}

impl Rows {
    fn insert(&self, tx: &mut Tx<'_>) -> Result<(), FlowError> {
        let wrap = |reason: String| failed(&self.from, &reason);
        let mut reading = Reading::open(&self.from)?;
        let mut table: Option<(&Table, Vec<&str>)> = None;
        let (mut values, mut rows, mut done) = (Vec::new(), 0, 0);
        while let Some(line) = reading.next().map_err(wrap)? {
            match line {
                Line::Data(line) => {
                    let row = decode(line).map_err(wrap)?;
                    done += 1;
                    if !self.is_relayed(table.as_ref(), &row) {
                        values.extend(row);
                        rows += 1;
                    }
                }
                Line::Section(section) => {
                    insert_all(tx, table.as_ref(), &mut values)?;
                    rows = 0;
                    table = match section {
                        Section::Table { table, columns } => {
                            Some(known_columns(&table, &columns).map_err(wrap)?)
                        }
                        Section::Header(_) => None,
                        _ => break,
                    };
                }
            }
            if rows >= ROWS_AT_ONCE {
                insert_all(tx, table.as_ref(), &mut values)?;
                rows = 0;
                // Whoever stopped listening to progress does not stop it.
                let _ = self.sender.send(done);
            }
        }
        if done != self.expected {
            return Err(wrap("was changed while it was restored".to_owned()));
        }
        finish_rows(tx)?;
        Ok(end(tx)?)
    }

    /// Whether a row is one of the outbox whose event stands in the log.
    fn is_relayed(&self, table: Option<&(&Table, Vec<&str>)>, row: &[Value]) -> bool {
        table.is_some_and(|(table, _)| table.name == "outbox")
            && matches!(row.first(), Some(Value::Int(seq)) if self.relayed.contains(seq))
    }
}

fn insert_all(
    tx: &mut Tx<'_>,
    table: Option<&(&Table, Vec<&str>)>,
    values: &mut Vec<Value>,
) -> Result<(), FlowError> {
    if let (Some((table, columns)), false) = (table, values.is_empty()) {
        insert_rows(tx, table, columns, values)?;
        values.clear();
    }
    Ok(())
}
