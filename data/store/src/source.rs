//! Sources of events and their write keys. Keys are kept readable: those of browsers are public by nature, and
//! those of servers must be shown again to whoever sets a server up.

use mercat_model::{Source, SourceId, Timestamp};

use crate::error::StoreError;
use crate::tx::Tx;
use crate::value::{Row, id};

/// A write key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WriteKey {
    /// The key itself.
    pub key: String,
    /// Whose it is.
    pub source_id: SourceId,
    /// When it was made.
    pub created_at: Timestamp,
    /// When it stopped working, if it did.
    pub revoked_at: Option<Timestamp>,
}

const COLUMNS: &str = "s.id, s.name, s.kind, s.user_ids, s.created_at";

fn read(row: &Row<'_>, first: usize) -> Result<Source, StoreError> {
    Ok(Source {
        id: row.id(first)?,
        name: row.text(first + 1)?,
        kind: row.text(first + 2)?.parse().map_err(StoreError::Corrupt)?,
        user_ids: row.text(first + 3)?,
        created_at: row.time(first + 4)?,
    })
}

fn read_key(row: &Row<'_>, first: usize) -> Result<WriteKey, StoreError> {
    Ok(WriteKey {
        key: row.text(first)?,
        source_id: row.id(first + 1)?,
        created_at: row.time(first + 2)?,
        revoked_at: row.opt_time(first + 3)?,
    })
}

/// Adds a source; a name already there violates `source.name`.
pub fn insert(tx: &mut Tx<'_>, source: &Source) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO source (id, name, kind, user_ids, created_at) VALUES ($1, $2, $3, $4, $5)",
        &[
            id(source.id),
            source.name.as_str().into(),
            source.kind.as_str().into(),
            source.user_ids.as_str().into(),
            source.created_at.into(),
        ],
    )?;
    Ok(())
}

/// Gives a source another name.
pub fn rename(tx: &mut Tx<'_>, source: SourceId, name: &str) -> Result<(), StoreError> {
    tx.execute("UPDATE source SET name = $2 WHERE id = $1", &[id(source), name.into()])?;
    Ok(())
}

/// Every source, oldest first; there are few ([`Source`]s are limited by the use case that adds them).
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Source>, StoreError> {
    tx.query(&format!("SELECT {COLUMNS} FROM source s ORDER BY s.created_at, s.id"), &[], |row| read(row, 0))
}

/// Every key, oldest first.
pub fn keys(tx: &mut Tx<'_>) -> Result<Vec<WriteKey>, StoreError> {
    let sql = "SELECT key, source_id, created_at, revoked_at FROM write_key ORDER BY created_at, key";
    tx.query(sql, &[], |row| read_key(row, 0))
}

/// The source of a key, and whether the key still works.
pub fn by_key(tx: &mut Tx<'_>, key: &str) -> Result<Option<(Source, bool)>, StoreError> {
    let sql = format!(
        "SELECT {COLUMNS}, k.revoked_at FROM write_key k JOIN source s ON s.id = k.source_id WHERE k.key = $1"
    );
    tx.query_opt(&sql, &[key.into()], |row| Ok((read(row, 0)?, row.opt_time(5)?.is_none())))
}

/// Adds a key.
pub fn insert_key(tx: &mut Tx<'_>, key: &WriteKey) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO write_key (key, source_id, created_at, revoked_at) VALUES ($1, $2, $3, $4)",
        &[key.key.as_str().into(), id(key.source_id), key.created_at.into(), key.revoked_at.into()],
    )?;
    Ok(())
}

/// Stops a key of a source; false when it has none such that works.
pub fn revoke_key(tx: &mut Tx<'_>, source: SourceId, key: &str, now: Timestamp) -> Result<bool, StoreError> {
    let changed = tx.execute(
        "UPDATE write_key SET revoked_at = $3 WHERE source_id = $1 AND key = $2 AND revoked_at IS NULL",
        &[id(source), key.into(), now.into()],
    )?;
    Ok(changed > 0)
}
