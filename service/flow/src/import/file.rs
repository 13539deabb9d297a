//! Imports a file row by row with bounded memory: reads, saves in batches, resumes where a batch was committed.
//!
//! A batch is one transaction of its rows, their events and the run's progress; what it rejects is decided in
//! that transaction, because only there it is certain (an unknown SKU, an e-mail of somebody else).

use std::sync::Arc;

use mercat_store::{StoreError, Tx};

use crate::error::FlowError;
use crate::import::columns::{Columns, Unused};
use crate::import::read::{BadRow, Row, Rows, ends, rows};
use crate::import::rejects::{KeptRejects, Reject, Rejects, render};
use crate::import::run::{Continue, ImportProgress, ImportReport, ImportRequest, ImportSummary, Run, Watch};
use crate::shop::Shop;

/// Rows in one transaction, taken or rejected: a fraction of a second.
const ROWS_A_BATCH: usize = 1_000;

/// Groups (orders) in one transaction.
const GROUPS_A_BATCH: usize = 500;

/// Rows of groups in one transaction; a batch ends between two groups.
const GROUP_ROWS_A_BATCH: usize = 20_000;

/// Rejects after which a batch ends even within a group, so that a file of nonsense takes bounded memory.
const REJECTS_A_BATCH: usize = 40_000;

/// Rows that a resumed run passes over between two words about it.
const WATCH_EVERY: i64 = 20_000;

/// One kind of file.
pub(crate) trait FileKind {
    /// A row that could be read.
    type Item: Send + Sync + 'static;
    /// What saving needs to know; the same for all batches.
    type Context: Send + Sync + 'static;
    /// Its columns.
    const COLUMNS: Columns;

    /// Reads a row without looking at the store.
    fn read(&mut self, row: &Row) -> Result<Self::Item, Reject>;

    /// Hears of a row that an earlier run had taken.
    fn pass(&mut self, _row: &Row) {}

    /// Rows that stand together and are equal here are saved together; none when each stands alone.
    fn group(_item: &Self::Item) -> Option<&str> {
        None
    }

    /// Saves rows; may be run again.
    fn save(context: &Self::Context, tx: &mut Tx<'_>, items: &[Self::Item]) -> Result<Saved, FlowError>;
}

/// What became of a batch.
#[derive(Debug, Default)]
pub(crate) struct Saved {
    /// What was done, by name.
    pub(crate) counts: Vec<(&'static str, i64)>,
    /// Rows that the store would not take.
    pub(crate) rejects: Vec<Reject>,
}

struct Batch<T> {
    items: Vec<T>,
    rejects: Vec<Reject>,
    groups: usize,
}

impl<T> Batch<T> {
    fn new() -> Self {
        Batch { items: Vec::new(), rejects: Vec::new(), groups: 0 }
    }

    fn rows(&self) -> usize {
        self.items.len() + self.rejects.len()
    }
}

/// Imports a file; `run` was begun over it.
pub(crate) fn import_file<K: FileKind>(
    shop: &Shop,
    kind: &mut K,
    context: K::Context,
    run: Run,
    request: &ImportRequest,
    watch: &mut Watch<'_>,
) -> Result<ImportReport, FlowError> {
    let Rows { columns, rows } = rows(&request.file, &request.map)?;
    let mut unused = match &columns {
        Some(header) => {
            K::COLUMNS.check(header)?;
            Unused::of_header(&K::COLUMNS, header)
        }
        None => Unused::default(),
    };
    let resumed_at = run.kept.position;
    let rejects = Rejects::resumed(&request.rejects, &run.rejects)?;
    let mut work = Work { shop, context: Arc::new(context), run, rejects, read: 0 };
    let mut batch = Batch::new();
    for row in rows {
        if let Err(bad) = &row
            && bad.ends_file
        {
            return Err(ends(&request.file, bad));
        }
        if work.read < resumed_at {
            work.read += 1;
            if let Ok(row) = &row {
                unused.row(&K::COLUMNS, row);
                kind.pass(row);
            }
            work.tell_passed(watch)?;
            continue;
        }
        match row.map_err(|BadRow { line, reason, .. }| Reject::new(line, "", "", reason)).and_then(|row| {
            unused.row(&K::COLUMNS, &row);
            kind.read(&row)
        }) {
            Ok(item) => {
                if work.begins_batch::<K>(&batch, &item) {
                    work.commit::<K>(std::mem::replace(&mut batch, Batch::new()), false)?;
                    work.tell_saved(watch)?;
                }
                let begins_group = batch.items.last().is_none_or(|last| !same_group::<K>(last, &item));
                batch.groups += usize::from(begins_group);
                batch.items.push(item);
            }
            Err(reject) => batch.rejects.push(reject),
        }
        work.read += 1;
        if batch.is_full::<K>() {
            work.commit::<K>(std::mem::replace(&mut batch, Batch::new()), false)?;
            work.tell_saved(watch)?;
        }
    }
    work.commit::<K>(batch, true)?;
    // All is committed: an answer to stop comes too late.
    watch(ImportProgress { stage: "saving", done: work.read as u64, total: work.read as u64 });
    work.report(resumed_at, unused)
}

fn same_group<K: FileKind>(a: &K::Item, b: &K::Item) -> bool {
    matches!((K::group(a), K::group(b)), (Some(a), Some(b)) if a == b)
}

impl<T> Batch<T> {
    /// Whether the batch ends after its last row, whatever comes.
    fn is_full<K: FileKind<Item = T>>(&self) -> bool {
        let grouped = self.items.last().is_some_and(|last| K::group(last).is_some());
        if grouped { self.rejects.len() >= REJECTS_A_BATCH } else { self.rows() >= ROWS_A_BATCH }
    }
}

/// A run with what it needs to commit its batches.
struct Work<'a, C> {
    shop: &'a Shop,
    context: Arc<C>,
    run: Run,
    rejects: Rejects,
    /// Rows read so far.
    read: i64,
}

impl<C: Send + Sync + 'static> Work<'_, C> {
    /// Whether `item` begins a group and the batch has enough without it.
    fn begins_batch<K: FileKind<Context = C>>(&self, batch: &Batch<K::Item>, item: &K::Item) -> bool {
        let full = batch.groups >= GROUPS_A_BATCH || batch.rows() >= GROUP_ROWS_A_BATCH;
        full && batch
            .items
            .last()
            .is_some_and(|last| K::group(last).is_some() && !same_group::<K>(last, item))
    }

    /// Saves a batch that ends with the last row that was counted.
    fn commit<K: FileKind<Context = C>>(
        &mut self,
        batch: Batch<K::Item>,
        finished: bool,
    ) -> Result<(), FlowError> {
        let (from, to) = (self.run.kept.position, self.read);
        let (context, batch) = (Arc::clone(&self.context), Arc::new(batch));
        let (run, bytes) = (self.run.clone(), self.rejects.bytes());
        let committed = self.shop.store.write_blocking("import.batch", move |tx| {
            Run::stands_at(tx, &run.kept, from)?;
            let saved = K::save(&context, tx, &batch.items)?;
            let mut rejects: Vec<Reject> = batch.rejects.iter().cloned().chain(saved.rejects).collect();
            rejects.sort_by_key(|reject| reject.line);
            let mut after = run.clone();
            add_counts(&mut after.summary, to - from, &saved.counts, rejects.len());
            let count = after.rejects.count + rejects.len() as u64;
            after.rejects = KeptRejects { count, bytes, tail: render(&rejects) };
            after.kept = after.at(to, finished);
            Run::put(tx, &after.kept)?;
            Ok::<_, FlowError>(after)
        });
        let run = committed.map_err(raced)?;
        self.rejects.append(&run.rejects.tail, run.rejects.count - self.run.rejects.count)?;
        self.run = run;
        Ok(())
    }

    fn tell_saved(&self, watch: &mut Watch<'_>) -> Result<(), FlowError> {
        go_on(watch(ImportProgress { stage: "saving", done: self.read as u64, total: 0 }))
    }

    fn tell_passed(&self, watch: &mut Watch<'_>) -> Result<(), FlowError> {
        if self.read % WATCH_EVERY != 0 {
            return Ok(());
        }
        go_on(watch(ImportProgress { stage: "reading", done: self.read as u64, total: 0 }))
    }

    fn report(self, resumed_at: i64, unused: Unused) -> Result<ImportReport, FlowError> {
        Ok(ImportReport {
            summary: self.run.summary,
            already_done: false,
            resumed_at,
            rejected: self.rejects.count(),
            rejects_file: self.rejects.finish()?,
            unused_columns: unused.into_names(),
        })
    }
}

fn go_on(answer: Continue) -> Result<(), FlowError> {
    if answer == Continue::No { Err(FlowError::Stopped) } else { Ok(()) }
}

fn add_counts(summary: &mut ImportSummary, rows: i64, counts: &[(&'static str, i64)], rejected: usize) {
    summary.add("rows", rows);
    for (name, count) in counts {
        summary.add(name, *count);
    }
    summary.add("rejected_rows", rejected as i64);
}

/// The report of a file that an earlier run had finished. A run that died between its last commit and its last
/// line of rejects has that line written now.
pub(crate) fn already_done(run: Run, request: &ImportRequest) -> Result<ImportReport, FlowError> {
    let written = request.rejects.metadata().map(|metadata| metadata.len());
    let rejects_file = match written {
        Ok(length) if run.rejects.bytes > 0 && length == run.rejects.bytes => {
            Rejects::resumed(&request.rejects, &run.rejects)?.finish()?
        }
        Ok(_) if run.rejects.count > 0 => Some(request.rejects.clone()),
        _ => None,
    };
    Ok(ImportReport {
        summary: run.summary,
        already_done: true,
        resumed_at: run.kept.position,
        rejected: run.rejects.count,
        rejects_file,
        unused_columns: Vec::new(),
    })
}

/// Names a violated constraint as what it is: another writer took a number, address or e-mail meanwhile.
fn raced(error: FlowError) -> FlowError {
    match error {
        FlowError::Store(StoreError::Constraint { constraint }) => FlowError::Import(format!(
            "another change of the shop took a value of `{constraint}` meanwhile: run the import again to go on"
        )),
        other => other,
    }
}
