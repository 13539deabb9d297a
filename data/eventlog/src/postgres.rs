//! The engine for shops that outgrew one machine: the same rows in PostgreSQL. The row of `log_head` is locked by
//! each append, so offsets have no gaps and never become visible out of order.

use std::collections::BTreeSet;

use postgres::{Client, NoTls, Transaction};

use crate::{Append, Engine, LogError, Relayed};

const SCHEMA: &str = "
CREATE TABLE IF NOT EXISTS event_log (
    first_offset BIGINT NOT NULL PRIMARY KEY, events BIGINT NOT NULL, body TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS log_head (one BIGINT NOT NULL PRIMARY KEY, next_offset BIGINT NOT NULL);
INSERT INTO log_head (one, next_offset) VALUES (1, 0) ON CONFLICT DO NOTHING;
CREATE TABLE IF NOT EXISTS relay (one BIGINT NOT NULL PRIMARY KEY, epoch BIGINT NOT NULL);
CREATE TABLE IF NOT EXISTS relayed (seq BIGINT NOT NULL PRIMARY KEY);";

/// The key of the lock that keeps two starting servers from making the tables at once ("mercatlg").
const LOCK: i64 = 0x6d65_7263_6174_6c67;

/// Batches fetched in one step of a read.
const BATCHES_MAX: i64 = 200;

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
    fn append(&mut self, group: &[Append]) -> Result<Vec<Result<u64, LogError>>, LogError> {
        let mut transaction = self.client()?.transaction()?;
        let head = transaction.query_one("SELECT next_offset FROM log_head WHERE one = 1 FOR UPDATE", &[])?;
        let mut next: i64 = head.get(0);
        let mut answers = Vec::with_capacity(group.len());
        for append in group {
            let seen = match &append.relayed {
                None => BTreeSet::new(),
                Some(relayed) => match take_relayed(&mut transaction, relayed)? {
                    Some(seen) => seen,
                    None => {
                        answers.push(Err(LogError::Fenced(relayed.epoch)));
                        continue;
                    }
                },
            };
            let fresh = append.fresh(&seen);
            if !fresh.is_empty() {
                transaction.execute(
                    "INSERT INTO event_log (first_offset, events, body) VALUES ($1, $2, $3)",
                    &[&next, &(fresh.len() as i64), &fresh.join("\n")],
                )?;
                next += fresh.len() as i64;
            }
            answers.push(Ok(next as u64));
        }
        transaction.execute("UPDATE log_head SET next_offset = $1 WHERE one = 1", &[&next])?;
        transaction.commit()?;
        Ok(answers)
    }

    fn read(&mut self, offset: u64, events: usize) -> Result<Vec<(u64, String)>, LogError> {
        let rows = self.client()?.query(
            "SELECT first_offset, events, body FROM event_log WHERE first_offset >= \
               COALESCE((SELECT MAX(first_offset) FROM event_log WHERE first_offset <= $1), 0) \
             ORDER BY first_offset LIMIT $2",
            &[&(offset as i64), &BATCHES_MAX],
        )?;
        let (mut batches, mut found) = (Vec::new(), 0);
        for row in rows {
            let (first, count) = (row.get::<_, i64>(0) as u64, row.get::<_, i64>(1) as usize);
            if first + count as u64 > offset {
                batches.push((first, row.get(2)));
                found += count;
            }
            if found >= events {
                break;
            }
        }
        Ok(batches)
    }

    fn head(&mut self) -> Result<u64, LogError> {
        Ok(self.client()?.query_one("SELECT next_offset FROM log_head", &[])?.get::<_, i64>(0) as u64)
    }

    fn reader(&self) -> Result<Box<dyn Engine>, LogError> {
        Ok(Box::new(Postgres { url: self.url.clone(), client: None }))
    }
}

/// The numbers of the last relayed batch, which this one replaces; none when the relay's epoch is over.
fn take_relayed(
    transaction: &mut Transaction<'_>,
    relayed: &Relayed,
) -> Result<Option<BTreeSet<i64>>, LogError> {
    let epoch: Option<i64> = transaction.query_opt("SELECT epoch FROM relay", &[])?.map(|row| row.get(0));
    if epoch.is_some_and(|epoch| epoch > relayed.epoch) {
        return Ok(None);
    }
    transaction.execute(
        "INSERT INTO relay (one, epoch) VALUES (1, $1) ON CONFLICT (one) DO UPDATE SET epoch = excluded.epoch",
        &[&relayed.epoch],
    )?;
    let seen = transaction.query("SELECT seq FROM relayed", &[])?.iter().map(|row| row.get(0)).collect();
    transaction.execute("DELETE FROM relayed", &[])?;
    transaction.execute("INSERT INTO relayed (seq) SELECT UNNEST($1::BIGINT[])", &[&relayed.seqs])?;
    Ok(Some(seen))
}
