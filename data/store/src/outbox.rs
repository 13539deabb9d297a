//! Events that wait for the relay, written in the transaction that caused them.

use mercat_model::Event;

use crate::error::StoreError;
use crate::tx::{Insert, Tx};
use crate::value::Value;

const INSERT: Insert = Insert { table: "outbox", columns: &["body"], on_conflict: "" };

/// Adds events to the outbox.
pub fn append(tx: &mut Tx<'_>, events: &[Event]) -> Result<(), StoreError> {
    let mut values = Vec::with_capacity(events.len());
    for event in events {
        values.push(Value::Text(serde_json::to_string(event)?));
    }
    tx.insert_many(&INSERT, &values)?;
    Ok(())
}

/// The oldest events that wait, with their sequence numbers.
pub fn oldest(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<(i64, Event)>, StoreError> {
    let sql = "SELECT seq, body FROM outbox ORDER BY seq LIMIT $1";
    tx.query(sql, &[limit.into()], |row| Ok((row.int(0)?, row.json(1)?)))
}

/// Removes events that the log has taken.
pub fn remove(tx: &mut Tx<'_>, seqs: &[i64]) -> Result<(), StoreError> {
    for chunk in seqs.chunks(500) {
        let marks: Vec<String> = (1..=chunk.len()).map(|i| format!("${i}")).collect();
        let sql = format!("DELETE FROM outbox WHERE seq IN ({})", marks.join(", "));
        tx.execute(&sql, &chunk.iter().map(|seq| Value::Int(*seq)).collect::<Vec<_>>())?;
    }
    Ok(())
}

/// How many events wait.
pub fn count(tx: &mut Tx<'_>) -> Result<i64, StoreError> {
    tx.query_one("SELECT COUNT(*) FROM outbox", &[], |row| row.int(0))
}
