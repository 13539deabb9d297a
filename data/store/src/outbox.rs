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

/// Bytes of JSON that [`oldest`] answers with (the last event may go over it): half of what one append to the
/// log may carry, so that a run of large orders never stops the relay.
const OLDEST_BYTES_MAX: usize = 16 << 20;

/// The oldest events that wait, with their sequence numbers.
pub fn oldest(tx: &mut Tx<'_>, limit: i64) -> Result<Vec<(i64, Event)>, StoreError> {
    let sql = "SELECT seq, body FROM outbox ORDER BY seq LIMIT $1";
    let (mut events, mut bytes) = (Vec::new(), 0);
    tx.for_each(sql, &[limit.into()], |row| {
        if bytes < OLDEST_BYTES_MAX {
            let body = row.text(1)?;
            bytes += body.len();
            events.push((row.int(0)?, serde_json::from_str(&body)?));
        }
        Ok(())
    })?;
    Ok(events)
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

/// Whether nothing waits.
pub fn is_empty(tx: &mut Tx<'_>) -> Result<bool, StoreError> {
    Ok(tx.query_opt("SELECT seq FROM outbox LIMIT 1", &[], |row| row.int(0))?.is_none())
}
