//! How far each follower of the event log has come; written in the transaction of what it did with the events.

use crate::error::StoreError;
use crate::tx::Tx;

/// The offset that a follower reads next; 0 for a new one.
pub fn next_offset(tx: &mut Tx<'_>, name: &str) -> Result<u64, StoreError> {
    let found =
        tx.query_opt("SELECT next_offset FROM follower WHERE name = $1", &[name.into()], |row| row.int(0))?;
    Ok(found.unwrap_or(0) as u64)
}

/// Moves a follower on.
pub fn set_next_offset(tx: &mut Tx<'_>, name: &str, offset: u64) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO follower (name, next_offset) VALUES ($1, $2) \
         ON CONFLICT (name) DO UPDATE SET next_offset = excluded.next_offset",
        &[name.into(), (offset as i64).into()],
    )?;
    Ok(())
}
