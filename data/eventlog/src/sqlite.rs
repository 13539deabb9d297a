//! The embedded engine: a SQLite file of its own, so that events never wait for orders nor orders for events.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, OptionalExtension as _, params};

use crate::{Append, Engine, LogError, Relayed};

/// How long the log waits for another process.
const BUSY_TIMEOUT: Duration = Duration::from_secs(30);

const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS event_log (
    first_offset INTEGER NOT NULL PRIMARY KEY, events INTEGER NOT NULL, body TEXT NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS log_head (one INTEGER NOT NULL PRIMARY KEY, next_offset INTEGER NOT NULL) STRICT;
INSERT INTO log_head (one, next_offset) VALUES (1, 0) ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS relay (one INTEGER NOT NULL PRIMARY KEY, epoch INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS relayed (seq INTEGER NOT NULL PRIMARY KEY) STRICT;";

pub(crate) struct Sqlite {
    path: PathBuf,
    connection: Connection,
}

impl Sqlite {
    pub(crate) fn open(path: &Path) -> Result<Self, LogError> {
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder)
                .map_err(|error| LogError::Unavailable(format!("`{}`: {error}", folder.display())))?;
        }
        let connection = Connection::open(path)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
        connection.execute_batch(&format!("BEGIN IMMEDIATE; {SCHEMA} COMMIT"))?;
        Ok(Sqlite { path: path.to_owned(), connection })
    }
}

impl Engine for Sqlite {
    fn append(&mut self, group: &[Append]) -> Result<Vec<Result<u64, LogError>>, LogError> {
        let transaction =
            self.connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
        let mut next: i64 = head(&transaction)? as i64;
        let mut answers = Vec::with_capacity(group.len());
        for append in group {
            let seen = match &append.relayed {
                None => BTreeSet::new(),
                Some(relayed) => match take_relayed(&transaction, relayed)? {
                    Some(seen) => seen,
                    None => {
                        answers.push(Err(LogError::Fenced(relayed.epoch)));
                        continue;
                    }
                },
            };
            let fresh = append.fresh(&seen);
            if !fresh.is_empty() {
                transaction
                    .prepare_cached("INSERT INTO event_log (first_offset, events, body) VALUES (?1, ?2, ?3)")?
                    .execute(params![next, fresh.len() as i64, fresh.join("\n")])?;
                next += fresh.len() as i64;
            }
            answers.push(Ok(next as u64));
        }
        transaction.prepare_cached("UPDATE log_head SET next_offset = ?1")?.execute([next])?;
        transaction.commit()?;
        Ok(answers)
    }

    fn read(&mut self, offset: u64, events: usize) -> Result<Vec<(u64, String)>, LogError> {
        let mut statement = self.connection.prepare_cached(
            "SELECT first_offset, events, body FROM event_log WHERE first_offset >= \
               COALESCE((SELECT MAX(first_offset) FROM event_log WHERE first_offset <= ?1), 0) \
             ORDER BY first_offset",
        )?;
        let mut rows = statement.query([offset as i64])?;
        let (mut batches, mut found) = (Vec::new(), 0);
        while let Some(row) = rows.next()? {
            let (first, count) = (row.get::<_, i64>(0)? as u64, row.get::<_, i64>(1)? as usize);
            if first + count as u64 > offset {
                batches.push((first, row.get(2)?));
                found += count;
            }
            if found >= events {
                break;
            }
        }
        Ok(batches)
    }

    fn head(&mut self) -> Result<u64, LogError> {
        head(&self.connection)
    }

    fn reader(&self) -> Result<Box<dyn Engine>, LogError> {
        Ok(Box::new(Sqlite::open(&self.path)?))
    }
}

fn head(connection: &Connection) -> Result<u64, LogError> {
    Ok(connection.query_row("SELECT next_offset FROM log_head", [], |row| row.get::<_, i64>(0))? as u64)
}

/// The numbers of the last relayed batch, which this one replaces; none when the relay's epoch is over.
fn take_relayed(connection: &Connection, relayed: &Relayed) -> Result<Option<BTreeSet<i64>>, LogError> {
    let epoch: Option<i64> =
        connection.query_row("SELECT epoch FROM relay", [], |row| row.get(0)).optional()?;
    if epoch.is_some_and(|epoch| epoch > relayed.epoch) {
        return Ok(None);
    }
    connection.execute(
        "INSERT INTO relay (one, epoch) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET epoch = excluded.epoch",
        [relayed.epoch],
    )?;
    let seen = connection
        .prepare_cached("SELECT seq FROM relayed")?
        .query_map([], |row| row.get(0))?
        .collect::<Result<BTreeSet<i64>, _>>()?;
    connection.execute("DELETE FROM relayed", [])?;
    let mut insert = connection.prepare_cached("INSERT INTO relayed (seq) VALUES (?1)")?;
    for seq in &relayed.seqs {
        insert.execute([seq])?;
    }
    Ok(Some(seen))
}
