//! The embedded engine: a SQLite file of its own, so that events never wait for orders nor orders for events.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::Duration;

use mercat_model::Timestamp;
use rusqlite::{Connection, OptionalExtension as _, Transaction, TransactionBehavior, params};

use crate::engine::{Engine, Held, ROWS_MAX, Work};
use crate::row::Row;
use crate::{LogError, Relayed};

/// How long the log waits for another process.
const BUSY_TIMEOUT: Duration = Duration::from_secs(30);

/// Pages of the write-ahead log before it is moved into the file: 16 MB, some hundred thousand events.
const CHECKPOINT_PAGES: i64 = 4_000;

const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS event_row (
    first_offset INTEGER NOT NULL PRIMARY KEY, events INTEGER NOT NULL, newest_at INTEGER NOT NULL,
    encoding INTEGER NOT NULL, body BLOB NOT NULL
) STRICT;
CREATE TABLE IF NOT EXISTS log_head (one INTEGER NOT NULL PRIMARY KEY, next_offset INTEGER NOT NULL) STRICT;
INSERT INTO log_head (one, next_offset) VALUES (1, 0) ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS log_trim (one INTEGER NOT NULL PRIMARY KEY, before INTEGER NOT NULL) STRICT;
INSERT INTO log_trim (one, before) VALUES (1, 0) ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS relay (one INTEGER NOT NULL PRIMARY KEY, epoch INTEGER NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS relayed (seq INTEGER NOT NULL PRIMARY KEY) STRICT;";

/// Rows of the first version, which kept plain text, move into the table of today.
const FROM_FIRST_VERSION: &str = "
INSERT INTO event_row (first_offset, events, newest_at, encoding, body)
    SELECT first_offset, events, 0, 0, CAST(body AS BLOB) FROM event_log;
DROP TABLE event_log;";

const ROWS: &str = "SELECT first_offset, events, newest_at, encoding, body FROM event_row \
     WHERE first_offset >= COALESCE((SELECT MAX(first_offset) FROM event_row WHERE first_offset <= ?1), 0) \
       AND first_offset < MAX(?1 + ?2, \
           COALESCE((SELECT MIN(first_offset) + 1 FROM event_row WHERE first_offset >= ?1), 0)) \
     ORDER BY first_offset LIMIT ?3";

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
        let mut connection = Connection::open(path)?;
        connection.busy_timeout(BUSY_TIMEOUT)?;
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "FULL")?;
        connection.pragma_update(None, "wal_autocheckpoint", CHECKPOINT_PAGES)?;
        connection.pragma_update(None, "journal_size_limit", 64 << 20)?;
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        transaction.execute_batch(SCHEMA)?;
        let old = "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'event_log'";
        if transaction.query_row(old, [], |_| Ok(())).optional()?.is_some() {
            transaction.execute_batch(FROM_FIRST_VERSION)?;
        }
        transaction.commit()?;
        Ok(Sqlite { path: path.to_owned(), connection })
    }
}

impl Engine for Sqlite {
    fn hold(&mut self, work: &mut Work<'_>) -> Result<(), LogError> {
        let mut transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        work(&mut transaction)?;
        Ok(transaction.commit()?)
    }

    fn rows(&mut self, offset: u64, events: usize) -> Result<Vec<Row>, LogError> {
        rows(&self.connection, offset, events)
    }

    fn head(&mut self) -> Result<u64, LogError> {
        number(&self.connection, "SELECT next_offset FROM log_head")
    }

    fn trimmed(&mut self) -> Result<u64, LogError> {
        number(&self.connection, "SELECT before FROM log_trim")
    }

    fn newest_at(&mut self) -> Result<Option<Timestamp>, LogError> {
        let newest: Option<i64> =
            self.connection.query_row("SELECT MAX(newest_at) FROM event_row", [], |row| row.get(0))?;
        Ok(newest.map(Timestamp::from_micros))
    }

    fn first_offset_since(&mut self, since: Timestamp) -> Result<u64, LogError> {
        let first: Option<i64> = self.connection.query_row(
            "SELECT MIN(first_offset) FROM event_row WHERE newest_at >= ?1",
            [since.as_micros()],
            |row| row.get(0),
        )?;
        first.map_or_else(|| self.head(), |first| Ok(first as u64))
    }

    fn reader(&self) -> Result<Box<dyn Engine>, LogError> {
        Ok(Box::new(Sqlite::open(&self.path)?))
    }
}

impl Held for Transaction<'_> {
    fn head(&mut self) -> Result<u64, LogError> {
        number(self, "SELECT next_offset FROM log_head")
    }

    fn rows(&mut self, offset: u64, events: usize) -> Result<Vec<Row>, LogError> {
        rows(self, offset, events)
    }

    fn insert(&mut self, row: &Row) -> Result<(), LogError> {
        self.prepare_cached(
            "INSERT INTO event_row (first_offset, events, newest_at, encoding, body) VALUES (?1, ?2, ?3, ?4, ?5)",
        )?
        .execute(params![
            row.first_offset as i64,
            row.events as i64,
            row.newest_at.as_micros(),
            row.encoding,
            row.body
        ])?;
        Ok(())
    }

    fn replace(&mut self, row: &Row) -> Result<(), LogError> {
        self.prepare_cached("UPDATE event_row SET encoding = ?2, body = ?3 WHERE first_offset = ?1")?
            .execute(params![row.first_offset as i64, row.encoding, row.body])?;
        Ok(())
    }

    fn set_head(&mut self, next: u64) -> Result<(), LogError> {
        self.prepare_cached("UPDATE log_head SET next_offset = ?1")?.execute([next as i64])?;
        Ok(())
    }

    fn trim(&mut self, before: u64, keep_since: Timestamp) -> Result<u64, LogError> {
        // Only the oldest rows: a gap in the middle would look like lost events.
        let end: i64 = self.query_row(
            "SELECT COALESCE(MIN(first_offset), ?1) FROM event_row \
             WHERE newest_at >= ?2 OR first_offset + events > ?1",
            [before as i64, keep_since.as_micros()],
            |row| row.get(0),
        )?;
        let removed: i64 = self.query_row(
            "SELECT COALESCE(SUM(events), 0) FROM event_row WHERE first_offset < ?1",
            [end],
            |row| row.get(0),
        )?;
        self.execute("DELETE FROM event_row WHERE first_offset < ?1", [end])?;
        self.execute("UPDATE log_trim SET before = ?1 WHERE before < ?1", [end.min(before as i64)])?;
        Ok(removed as u64)
    }

    fn take_relayed(&mut self, relayed: &Relayed) -> Result<Option<BTreeSet<i64>>, LogError> {
        let epoch: Option<i64> =
            self.query_row("SELECT epoch FROM relay", [], |row| row.get(0)).optional()?;
        if epoch.is_some_and(|epoch| epoch > relayed.epoch) {
            return Ok(None);
        }
        self.execute(
            "INSERT INTO relay (one, epoch) VALUES (1, ?1) ON CONFLICT (one) DO UPDATE SET epoch = excluded.epoch",
            [relayed.epoch],
        )?;
        let seen = self
            .prepare_cached("SELECT seq FROM relayed")?
            .query_map([], |row| row.get(0))?
            .collect::<Result<BTreeSet<i64>, _>>()?;
        self.execute("DELETE FROM relayed", [])?;
        let mut insert = self.prepare_cached("INSERT INTO relayed (seq) VALUES (?1)")?;
        for seq in &relayed.seqs {
            insert.execute([seq])?;
        }
        Ok(Some(seen))
    }
}

fn number(connection: &Connection, sql: &str) -> Result<u64, LogError> {
    Ok(connection.prepare_cached(sql)?.query_row([], |row| row.get::<_, i64>(0))? as u64)
}

fn rows(connection: &Connection, offset: u64, events: usize) -> Result<Vec<Row>, LogError> {
    let mut statement = connection.prepare_cached(ROWS)?;
    let found = statement.query_map(params![offset as i64, events as i64, ROWS_MAX], |row| {
        Ok(Row {
            first_offset: row.get::<_, i64>(0)? as u64,
            events: row.get::<_, i64>(1)? as u64,
            newest_at: Timestamp::from_micros(row.get(2)?),
            encoding: row.get(3)?,
            body: row.get(4)?,
        })
    })?;
    let rows = found.collect::<Result<Vec<Row>, _>>()?;
    Ok(rows.into_iter().filter(|row| row.end() > offset).collect())
}
