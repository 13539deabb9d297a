//! Writes a backup while the shop serves.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::{Read as _, Seek as _, SeekFrom};
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};

use mercat_lake::TimeRange;
use mercat_model::{Event, EventId, Timestamp};
use mercat_store::backup::{TABLES, Table, read_table, schema_version, unfinished};
use mercat_store::{StoreError, Tx, Value, artefact};
use serde::Deserialize;

use super::format::{Counts, FORMAT, Header, Lines, PIECE_BYTES, Section, VERSION, failed, refused};
use super::{BackupProgress, BackupWatch};
use crate::call::Call;
use crate::error::FlowError;
use crate::import::Continue;
use crate::shop::Shop;

/// Rows that are handed over at once.
const ROWS_AT_ONCE: usize = 500;

/// Handed-over rows that may wait for the disk.
const WAITING_MAX: usize = 8;

/// Events read in one step: some are as large as an order of two thousand lines.
const EVENTS_A_STEP: usize = 1_000;

/// Outbox rows that are looked for in the log: the relay would have to take a million events between two looks
/// that follow each other for one to be overlooked.
const OUTBOX_ROWS_MAX: usize = 1_000_000;

/// Progress is told every so many rows.
const WATCH_EVERY: u64 = 10_000;

/// What a backup holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BackupReport {
    /// Rows of all tables.
    pub rows: u64,
    /// Events of the log.
    pub events: u64,
    /// Files of models.
    pub files: u64,
    /// Folders of models that were not there to be backed up.
    pub missing_models: Vec<String>,
    /// Length of the backup.
    pub bytes: u64,
    /// The hash that its last line carries.
    pub blake3: String,
}

/// Backs the shop up to a file, which appears when it is complete; nothing is ever replaced. The shop may go on
/// serving. Blocks: call it on a thread of its own.
pub fn back_up(
    shop: &Shop,
    to: &Path,
    call: &Call,
    watch: &mut BackupWatch<'_>,
) -> Result<BackupReport, FlowError> {
    if to.exists() {
        return Err(refused(format!("`{}` is there already: choose another name", to.display())));
    }
    if shop.store.read_blocking("backup.look", unfinished)?.is_some() {
        return Err(refused("a restore of this shop was not finished: there is nothing whole to back up"));
    }
    let mut name = to.as_os_str().to_owned();
    name.push(".unfinished");
    let path = PathBuf::from(name);
    let written = write(shop, &path, call.now, watch);
    let moved = written.and_then(|report| {
        let folder = to.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let moved = std::fs::rename(&path, to).and_then(|()| File::open(folder)?.sync_all());
        moved.map(|()| report).map_err(|error| failed(to, &error))
    });
    if moved.is_err() {
        // What can't be removed is replaced by the next backup of that name.
        let _ = std::fs::remove_file(&path);
    }
    moved
}

/// What the thread that reads the snapshot says.
enum Said {
    /// The snapshot is taken, at this version of the schema. Comes again when the transaction is run again.
    Begun(i64),
    Table(&'static Table),
    Rows(Vec<Vec<Value>>),
}

fn write(
    shop: &Shop,
    path: &Path,
    now: Timestamp,
    watch: &mut BackupWatch<'_>,
) -> Result<BackupReport, FlowError> {
    let file = create(path).map_err(|error| failed(path, &error))?;
    // Before the rows: no follower in them is behind what the lake holds.
    let lake = shop.lake.snapshot()?;
    let (sender, said) = sync_channel(WAITING_MAX);
    let snapshot = std::thread::scope(|scope| {
        let reading = scope.spawn(move || shop.store.read_blocking("backup.rows", snapshot(sender)));
        let written = write_tables(shop, path, &file, now, &said, watch);
        // A reader that still has rows finds nobody to take them and ends.
        drop(said);
        match reading.join() {
            Ok(Err(error)) if written.is_ok() => Err(error),
            Ok(_) => written,
            Err(_) => Err(FlowError::Internal("the reader of the snapshot stopped unexpectedly".to_owned())),
        }
    })?;
    let Snapshot { mut lines, mut counts, head, mut waiting, folders } = snapshot;
    let wrap = |error: std::io::Error| failed(path, &error);
    lines.section(&Section::Events { events: head }).map_err(wrap)?;
    counts.events = head;
    let (lines_now, relayed) = (&mut lines, Vec::new());
    let mut events = Events { lines: lines_now, path, head, offset: 0, waiting: &mut waiting, relayed };
    events.sealed(&lake, watch)?;
    events.tail(shop, watch)?;
    let mut relayed = events.relayed;
    relayed.sort_unstable();
    counts.relayed = relayed.len() as u64;
    lines.section(&Section::Relayed { relayed: counts.relayed }).map_err(wrap)?;
    for seq in &relayed {
        lines.one(seq).map_err(wrap)?;
    }
    let mut missing_models = Vec::new();
    for folder in folders {
        match artefact::names(&shop.models, &folder)? {
            None => missing_models.push(folder),
            Some(names) => counts.files += write_model(shop, &mut lines, path, &folder, &names)?,
        }
        tell(watch, "models", counts.files, 0)?;
    }
    let (blake3, bytes) = lines.finish(counts).map_err(wrap)?;
    let Counts { rows, events, files, .. } = counts;
    Ok(BackupReport { rows, events, files, missing_models, bytes, blake3 })
}

/// The file holds hashes of passwords and e-mails: nobody but its owner reads it.
fn create(path: &Path) -> std::io::Result<File> {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)
}

/// Reads every table in one transaction and hands the rows over; ends when nobody takes them.
fn snapshot(said: SyncSender<Said>) -> impl Fn(&mut Tx<'_>) -> Result<(), FlowError> + Send + 'static {
    move |tx| {
        let say = |what: Said| said.send(what).map_err(|_| StoreError::Closed);
        // The first statement takes the snapshot.
        say(Said::Begun(schema_version(tx)?))?;
        for table in TABLES {
            say(Said::Table(table))?;
            let mut rows = Vec::with_capacity(ROWS_AT_ONCE);
            read_table(tx, table, |row| {
                rows.push(row.to_vec());
                if rows.len() == ROWS_AT_ONCE {
                    say(Said::Rows(std::mem::take(&mut rows)))?;
                }
                Ok(())
            })?;
            say(Said::Rows(rows))?;
        }
        Ok(())
    }
}

/// What stands in the file after the tables, and what is known from them.
struct Snapshot {
    lines: Lines,
    counts: Counts,
    /// The head of the log, asked for after the snapshot was taken.
    head: u64,
    /// The first rows of the outbox, by event.
    waiting: HashMap<EventId, i64>,
    /// The folders of models.
    folders: Vec<String>,
}

fn write_tables(
    shop: &Shop,
    path: &Path,
    file: &File,
    now: Timestamp,
    said: &Receiver<Said>,
    watch: &mut BackupWatch<'_>,
) -> Result<Snapshot, FlowError> {
    let wrap = |error: std::io::Error| failed(path, &error);
    let mut begun: Option<Snapshot> = None;
    let mut at = &TABLES[0];
    for what in said {
        match what {
            Said::Begun(schema_version) => {
                let head = shop.log.head_blocking()?;
                let lines = begin(shop, file, now, schema_version).map_err(wrap)?;
                let (counts, waiting) = (Counts::default(), HashMap::new());
                begun = Some(Snapshot { lines, counts, head, waiting, folders: Vec::new() });
            }
            Said::Table(table) => {
                at = table;
                let columns = table.columns.iter().map(|name| (*name).to_owned()).collect();
                let section = Section::Table { table: table.name.to_owned(), columns };
                if let Some(snapshot) = &mut begun {
                    snapshot.lines.section(&section).map_err(wrap)?;
                }
            }
            Said::Rows(rows) => {
                let Some(snapshot) = &mut begun else { continue };
                for row in &rows {
                    snapshot.lines.row(row).map_err(wrap)?;
                    snapshot.note(at, row)?;
                    snapshot.counts.rows += 1;
                    if snapshot.counts.rows % WATCH_EVERY == 0 {
                        tell(watch, "rows", snapshot.counts.rows, 0)?;
                    }
                }
            }
        }
    }
    begun.ok_or(FlowError::Store(StoreError::Closed))
}

/// Begins the file, or begins it again.
fn begin(shop: &Shop, file: &File, now: Timestamp, schema_version: i64) -> std::io::Result<Lines> {
    let mut file = file.try_clone()?;
    file.set_len(0)?;
    file.seek(SeekFrom::Start(0))?;
    let mut lines = Lines::new(file);
    lines.section(&Section::Header(Header {
        format: FORMAT.to_owned(),
        version: VERSION,
        schema_version,
        created_at: now,
        engine: shop.store.engine().to_owned(),
    }))?;
    Ok(lines)
}

#[derive(Deserialize)]
struct OutboxBody {
    id: EventId,
}

impl Snapshot {
    /// Keeps what is needed of a row further down the file.
    fn note(&mut self, table: &Table, row: &[Value]) -> Result<(), FlowError> {
        match (table.name, row) {
            ("outbox", [Value::Int(seq), Value::Text(body)]) if self.waiting.len() < OUTBOX_ROWS_MAX => {
                let body: OutboxBody = serde_json::from_str(body).map_err(StoreError::from)?;
                self.waiting.insert(body.id, *seq);
            }
            ("model_version", row) => {
                let folder = table.columns.iter().zip(row).find(|(name, _)| **name == "folder");
                if let Some((_, Value::Text(folder))) = folder {
                    self.folders.push(folder.clone());
                }
            }
            _ => {}
        }
        Ok(())
    }
}

/// The events of a backup: as many lines as the log has offsets, those of the lake first, whatever their order there.
/// Where an event was erased stands nothing, so that the followers' offsets hold.
struct Events<'a> {
    lines: &'a mut Lines,
    path: &'a Path,
    head: u64,
    /// Lines written.
    offset: u64,
    waiting: &'a mut HashMap<EventId, i64>,
    /// Numbers of outbox rows that stand in the log.
    relayed: Vec<i64>,
}

impl Events<'_> {
    fn write(&mut self, event: Option<&Event>) -> Result<(), FlowError> {
        self.offset += 1;
        self.relayed.extend(event.and_then(|event| self.waiting.remove(&event.id)));
        self.lines.one(&event).map_err(|error| failed(self.path, &error))
    }

    fn gap(&mut self, upto: u64) -> Result<(), FlowError> {
        while self.offset < upto {
            self.write(None)?;
        }
        Ok(())
    }

    fn sealed(&mut self, lake: &mercat_lake::Snapshot, watch: &mut BackupWatch<'_>) -> Result<(), FlowError> {
        let mut done = Ok(());
        lake.for_each_event(TimeRange::default(), |event| {
            done = self.write(Some(&event)).and_then(|()| match self.offset % WATCH_EVERY {
                0 => tell(watch, "events", self.offset, self.head),
                _ => Ok(()),
            });
            if done.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
        })?;
        done?;
        self.gap(lake.sealed_offset())
    }

    fn tail(&mut self, shop: &Shop, watch: &mut BackupWatch<'_>) -> Result<(), FlowError> {
        while self.offset < self.head {
            let events = shop.log.read_blocking(self.offset, EVENTS_A_STEP)?;
            let head = self.head;
            for (at, event) in events.iter().take_while(|(at, _)| *at < head) {
                self.gap(*at)?;
                self.write(Some(event))?;
            }
            if events.last().is_none_or(|(at, _)| *at >= self.head) {
                self.gap(self.head)?;
            }
            tell(watch, "events", self.offset, self.head)?;
        }
        Ok(())
    }
}

/// Writes the files of a model; gives how many they are.
fn write_model(
    shop: &Shop,
    lines: &mut Lines,
    path: &Path,
    folder: &str,
    names: &[String],
) -> Result<u64, FlowError> {
    let wrap = |error: std::io::Error| failed(path, &error);
    let mut piece = vec![0; PIECE_BYTES];
    for name in names {
        let section = Section::File { model: folder.to_owned(), file: name.clone() };
        lines.section(&section).map_err(wrap)?;
        let mut file = artefact::open(&shop.models, folder, name)?;
        loop {
            let read = file.read(&mut piece).map_err(|error| failed(Path::new(name), &error))?;
            if read == 0 {
                break;
            }
            lines.piece(&piece[..read]).map_err(wrap)?;
        }
    }
    Ok(names.len() as u64)
}

pub(super) fn tell(
    watch: &mut BackupWatch<'_>,
    stage: &'static str,
    done: u64,
    total: u64,
) -> Result<(), FlowError> {
    match watch(BackupProgress { stage, done, total }) {
        Continue::Yes => Ok(()),
        Continue::No => Err(FlowError::Stopped),
    }
}
