//! A run of an import over one file: what it counts, how it resumes, what it tells while it works.

use std::path::PathBuf;

use mercat_model::{Currency, ImportRunId, Timestamp, Zone};
use mercat_store::{Tx, import_run};
use serde::{Deserialize, Serialize};

use crate::call::Call;
use crate::error::FlowError;
use crate::import::read::{ColumnMap, fingerprint};
use crate::import::rejects::KeptRejects;
use crate::shop::Shop;

/// What an import is asked for.
#[derive(Debug, Clone)]
pub struct ImportRequest {
    /// The file, plain or gzip.
    pub file: PathBuf,
    /// Where rejects go.
    pub rejects: PathBuf,
    /// The name of the system that the rows come from, so that the ids of two systems never mix; formats that
    /// have a name of their own use that.
    pub source: String,
    /// The currency of amounts without one.
    pub currency: Currency,
    /// The time zone of times without one.
    pub zone: Zone,
    /// Renamings of columns.
    pub map: ColumnMap,
}

/// How far a run has come; told after each committed batch.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportProgress {
    /// What is being done: `reading`, `saving` or `relaying`.
    pub stage: &'static str,
    /// Units done in this stage.
    pub done: u64,
    /// Units of this stage; 0 when unknown.
    pub total: u64,
}

/// What a caller of a batch answers to progress.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Continue {
    /// Go on.
    Yes,
    /// Stop at the next safe place.
    No,
}

/// Hears of progress.
pub type Watch<'a> = dyn FnMut(ImportProgress) -> Continue + Send + 'a;

/// What an import did, in all runs over its file.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ImportSummary {
    /// Counts by name, in the order in which a person reads them.
    pub counts: Vec<(String, i64)>,
    /// Amounts by name, with their currency.
    pub amounts: Vec<(String, String)>,
}

impl ImportSummary {
    /// Adds to a count.
    pub fn add(&mut self, name: &str, count: i64) {
        match self.counts.iter_mut().find(|(known, _)| known == name) {
            Some((_, sum)) => *sum += count,
            None => self.counts.push((name.to_owned(), count)),
        }
    }

    /// A count.
    pub fn count(&self, name: &str) -> i64 {
        self.counts.iter().find(|(known, _)| known == name).map_or(0, |(_, count)| *count)
    }
}

/// What is told at the end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportReport {
    /// The sums over the whole file.
    pub summary: ImportSummary,
    /// Whether an earlier run had done all of it.
    pub already_done: bool,
    /// Units of work that this run found done and passed over.
    pub resumed_at: i64,
    /// Rejected values.
    pub rejected: u64,
    /// Where they are written.
    pub rejects_file: Option<PathBuf>,
    /// Columns of the file that nothing was made of.
    pub unused_columns: Vec<String>,
}

/// A run that is under way.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) kept: import_run::ImportRun,
    pub(crate) summary: ImportSummary,
    pub(crate) rejects: KeptRejects,
}

/// What stands in the summary of a kept run.
#[derive(Serialize, Deserialize)]
struct KeptSummary {
    #[serde(flatten)]
    summary: ImportSummary,
    #[serde(default)]
    rejects: KeptRejects,
}

impl Run {
    /// Finds the run over this file and these options, or begins one. `source` names the format.
    pub(crate) fn begin(
        shop: &Shop,
        source: &str,
        request: &ImportRequest,
        call: &mut Call,
    ) -> Result<Self, FlowError> {
        let options = format!("{}|{}|{}", request.currency, request.zone.name(), request.map.fingerprint());
        let fingerprint = fingerprint(&request.file, &options)?;
        let id = ImportRunId::from_parts(call.now.id_ms(), call.entropy.bytes());
        let (started_at, source): (Timestamp, String) = (call.now, source.to_owned());
        let kept = shop.store.read_blocking("import.find", move |tx| {
            let found = import_run::find(tx, &source, &fingerprint)?;
            Ok::<_, FlowError>(found.unwrap_or(import_run::ImportRun {
                id,
                source: source.clone(),
                fingerprint: fingerprint.clone(),
                position: 0,
                finished: false,
                summary: "{\"counts\":[],\"amounts\":[]}".to_owned(),
                started_at,
            }))
        })?;
        let KeptSummary { summary, rejects } = serde_json::from_str(&kept.summary)
            .map_err(|error| FlowError::Internal(format!("the summary of an import: {error}")))?;
        Ok(Run { kept, summary, rejects })
    }

    /// The run as it will stand when a batch up to `position` is committed.
    pub(crate) fn at(&self, position: i64, finished: bool) -> import_run::ImportRun {
        let kept = KeptSummary { summary: self.summary.clone(), rejects: self.rejects.clone() };
        let summary = serde_json::to_string(&kept).expect("counts and texts are JSON");
        import_run::ImportRun { position, finished, summary, ..self.kept.clone() }
    }

    /// Makes sure, within the transaction of a batch, that no other process imports the same file: the run must
    /// stand where this one left it.
    pub(crate) fn stands_at(
        tx: &mut Tx<'_>,
        begun: &import_run::ImportRun,
        position: i64,
    ) -> Result<(), FlowError> {
        let stands = import_run::find(tx, &begun.source, &begun.fingerprint)?;
        if stands.map_or(0, |run| run.position) != position {
            return Err(FlowError::Import("another import of this file is running".to_owned()));
        }
        Ok(())
    }

    /// Writes progress within the transaction of a batch.
    pub(crate) fn put(tx: &mut Tx<'_>, run: &import_run::ImportRun) -> Result<(), FlowError> {
        Ok(import_run::put(tx, run)?)
    }
}
