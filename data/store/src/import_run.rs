//! Runs of imports: how far each file has come, so that a repeated or killed run goes on where it stood.

use mercat_model::{ImportRunId, Timestamp};

use crate::error::StoreError;
use crate::tx::Tx;
use crate::value::id;

/// A run of an import over one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportRun {
    /// Its id.
    pub id: ImportRunId,
    /// The format, such as `online-retail`.
    pub source: String,
    /// The hash of the file and of the options that change its meaning.
    pub fingerprint: String,
    /// How many units of work (of the importer's own measure) are committed.
    pub position: i64,
    /// Whether all of it is.
    pub finished: bool,
    /// Counts so far, as JSON of the importer.
    pub summary: String,
    /// When the run was first started.
    pub started_at: Timestamp,
}

/// The run over a file, if there was one.
pub fn find(tx: &mut Tx<'_>, source: &str, fingerprint: &str) -> Result<Option<ImportRun>, StoreError> {
    let sql = "SELECT id, position, finished, summary, started_at FROM import_run \
               WHERE source = $1 AND fingerprint = $2";
    tx.query_opt(sql, &[source.into(), fingerprint.into()], |row| {
        Ok(ImportRun {
            id: row.id(0)?,
            source: source.to_owned(),
            fingerprint: fingerprint.to_owned(),
            position: row.int(1)?,
            finished: row.flag(2)?,
            summary: row.text(3)?,
            started_at: row.time(4)?,
        })
    })
}

/// Writes a run's progress, in the transaction of the work that it counts.
pub fn put(tx: &mut Tx<'_>, run: &ImportRun) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO import_run (id, source, fingerprint, position, finished, summary, started_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (source, fingerprint) DO UPDATE SET \
         position = excluded.position, finished = excluded.finished, summary = excluded.summary",
        &[
            id(run.id),
            run.source.as_str().into(),
            run.fingerprint.as_str().into(),
            run.position.into(),
            run.finished.into(),
            run.summary.as_str().into(),
            run.started_at.into(),
        ],
    )?;
    Ok(())
}
