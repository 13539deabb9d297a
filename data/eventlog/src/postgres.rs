//! The engine for shops that outgrew one machine: the same rows in PostgreSQL. The row of `log_head` is locked by
//! each append, so offsets have no gaps and never become visible out of order.

use std::collections::BTreeSet;

use mercat_model::Timestamp;
use postgres::{Client, GenericClient, NoTls, Transaction};

use crate::engine::{Engine, Held, ROWS_MAX, Work};
use crate::row::Row;
use crate::{LogError, Relayed};

// Bodies are compressed already, so the table keeps them as they are.
const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS event_row (
    first_offset BIGINT NOT NULL PRIMARY KEY, events BIGINT NOT NULL, newest_at BIGINT NOT NULL,
    encoding BIGINT NOT NULL, body BYTEA NOT NULL
);
ALTER TABLE event_row ALTER COLUMN body SET STORAGE EXTERNAL;
CREATE TABLE IF NOT EXISTS log_head (one BIGINT NOT NULL PRIMARY KEY, next_offset BIGINT NOT NULL);
INSERT INTO log_head (one, next_offset) VALUES (1, 0) ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS log_trim (one BIGINT NOT NULL PRIMARY KEY, before BIGINT NOT NULL);
INSERT INTO log_trim (one, before) VALUES (1, 0) ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS relay (one BIGINT NOT NULL PRIMARY KEY, epoch BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS relayed (seq BIGINT NOT NULL PRIMARY KEY);";

/// Rows of the first version, which kept plain text, move into the table of today.
const FROM_FIRST_VERSION: &str = "
INSERT INTO event_row (first_offset, events, newest_at, encoding, body)
    SELECT first_offset, events, 0, 0, CONVERT_TO(body, 'UTF8') FROM event_log;
DROP TABLE event_log;";

const ROWS: &str = "SELECT first_offset, events, newest_at, encoding, body FROM event_row \
     WHERE first_offset >= COALESCE((SELECT MAX(first_offset) FROM event_row WHERE first_offset <= $1), 0) \
       AND first_offset < GREATEST($1 + $2, \
           COALESCE((SELECT MIN(first_offset) + 1 FROM event_row WHERE first_offset >= $1), 0)) \
     ORDER BY first_offset LIMIT $3";

/// The key of the lock that keeps two starting servers from making the tables at once ("mercatlg").
const LOCK: i64 = 0x6d65_7263_6174_6c67;

pub(crate) struct Postgres {
    url: String,
    client: Option<Client>,
}

impl Postgres {
    pub(crate) fn open(url: &str) -> Result<Self, LogError> {
        let mut log = Postgres { url: url.to_owned(), client: None };
        let mut transaction = log.client()?.transaction()?;
        transaction.execute("SELECT pg_advisory_xact_lock($1)", &[&LOCK])?;
        transaction.batch_execute(SCHEMA)?;
        if transaction.query_one("SELECT TO_REGCLASS('event_log') IS NOT NULL", &[])?.get(0) {
            transaction.batch_execute(FROM_FIRST_VERSION)?;
        }
        transaction.commit()?;
        Ok(log)
    }

    /// The connection, opened anew when it was lost.
    fn client(&mut self) -> Result<&mut Client, LogError> {
        let client = match self.client.take() {
            Some(client) if !client.is_closed() => client,
            _ => Client::connect(&self.url, NoTls)?,
        };
        Ok(self.client.insert(client))
    }
}

impl Engine for Postgres {
    fn hold(&mut self, work: &mut Work<'_>) -> Result<(), LogError> {
        let mut transaction = self.client()?.transaction()?;
        transaction.query_one("SELECT next_offset FROM log_head WHERE one = 1 FOR UPDATE", &[])?;
        work(&mut transaction)?;
        Ok(transaction.commit()?)
    }

    fn rows(&mut self, offset: u64, events: usize) -> Result<Vec<Row>, LogError> {
        rows(self.client()?, offset, events)
    }

    fn head(&mut self) -> Result<u64, LogError> {
        Ok(self.client()?.query_one("SELECT next_offset FROM log_head", &[])?.get::<_, i64>(0) as u64)
    }

    fn trimmed(&mut self) -> Result<u64, LogError> {
        Ok(self.client()?.query_one("SELECT before FROM log_trim", &[])?.get::<_, i64>(0) as u64)
    }

    fn newest_at(&mut self) -> Result<Option<Timestamp>, LogError> {
        let row = self.client()?.query_one("SELECT MAX(newest_at) FROM event_row", &[])?;
        Ok(row.get::<_, Option<i64>>(0).map(Timestamp::from_micros))
    }

    fn first_offset_since(&mut self, since: Timestamp) -> Result<u64, LogError> {
        let sql = "SELECT MIN(first_offset) FROM event_row WHERE newest_at >= $1";
        let first: Option<i64> = self.client()?.query_one(sql, &[&since.as_micros()])?.get(0);
        first.map_or_else(|| self.head(), |first| Ok(first as u64))
    }

    fn reader(&self) -> Result<Box<dyn Engine>, LogError> {
        Ok(Box::new(Postgres { url: self.url.clone(), client: None }))
    }
}

impl Held for Transaction<'_> {
    fn head(&mut self) -> Result<u64, LogError> {
        Ok(self.query_one("SELECT next_offset FROM log_head", &[])?.get::<_, i64>(0) as u64)
    }

    fn rows(&mut self, offset: u64, events: usize) -> Result<Vec<Row>, LogError> {
        rows(self, offset, events)
    }

    fn insert(&mut self, row: &Row) -> Result<(), LogError> {
        self.execute(
            "INSERT INTO event_row (first_offset, events, newest_at, encoding, body) VALUES ($1, $2, $3, $4, $5)",
            &[
                &(row.first_offset as i64),
                &(row.events as i64),
                &row.newest_at.as_micros(),
                &row.encoding,
                &row.body,
            ],
        )?;
        Ok(())
    }

    fn replace(&mut self, row: &Row) -> Result<(), LogError> {
        self.execute(
            "UPDATE event_row SET encoding = $2, body = $3 WHERE first_offset = $1",
            &[&(row.first_offset as i64), &row.encoding, &row.body],
        )?;
        Ok(())
    }

    fn set_head(&mut self, next: u64) -> Result<(), LogError> {
        self.execute("UPDATE log_head SET next_offset = $1 WHERE one = 1", &[&(next as i64)])?;
        Ok(())
    }

    fn trim(&mut self, before: u64, keep_since: Timestamp) -> Result<u64, LogError> {
        // Only the oldest rows: a gap in the middle would look like lost events.
        let end: i64 = self
            .query_one(
                "SELECT COALESCE(MIN(first_offset), $1) FROM event_row \
                 WHERE newest_at >= $2 OR first_offset + events > $1",
                &[&(before as i64), &keep_since.as_micros()],
            )?
            .get(0);
        let sum = "SELECT COALESCE(SUM(events), 0)::BIGINT FROM event_row WHERE first_offset < $1";
        let removed: i64 = self.query_one(sum, &[&end])?.get(0);
        self.execute("DELETE FROM event_row WHERE first_offset < $1", &[&end])?;
        let end = end.min(before as i64);
        self.execute("UPDATE log_trim SET before = $1 WHERE before < $1", &[&end])?;
        Ok(removed as u64)
    }

    fn take_relayed(&mut self, relayed: &Relayed) -> Result<Option<BTreeSet<i64>>, LogError> {
        let epoch: Option<i64> = self.query_opt("SELECT epoch FROM relay", &[])?.map(|row| row.get(0));
        if epoch.is_some_and(|epoch| epoch > relayed.epoch) {
            return Ok(None);
        }
        self.execute(
            "INSERT INTO relay (one, epoch) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET epoch = excluded.epoch",
            &[&relayed.epoch],
        )?;
        let seen = self.query("SELECT seq FROM relayed", &[])?.iter().map(|row| row.get(0)).collect();
        self.execute("DELETE FROM relayed", &[])?;
        self.execute("INSERT INTO relayed (seq) SELECT UNNEST($1::BIGINT[])", &[&relayed.seqs])?;
        Ok(Some(seen))
    }
}

fn rows(client: &mut impl GenericClient, offset: u64, events: usize) -> Result<Vec<Row>, LogError> {
    let found = client.query(ROWS, &[&(offset as i64), &(events as i64), &ROWS_MAX])?;
    let rows = found.into_iter().map(|row| Row {
        first_offset: row.get::<_, i64>(0) as u64,
        events: row.get::<_, i64>(1) as u64,
        newest_at: Timestamp::from_micros(row.get(2)),
        encoding: row.get(3),
        body: row.get(4),
    });
    Ok(rows.filter(|row| row.end() > offset).collect())
}
