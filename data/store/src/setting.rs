//! The settings of the shop, a JSON value a key.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::error::StoreError;
use crate::tx::Tx;
use crate::value::Value;

/// The value of a key, if it was ever set.
pub fn get<T: DeserializeOwned>(tx: &mut Tx<'_>, key: &str) -> Result<Option<T>, StoreError> {
    tx.query_opt("SELECT value FROM setting WHERE key = $1", &[key.into()], |row| row.json(0))
}

/// Sets a key.
pub fn put<T: Serialize>(tx: &mut Tx<'_>, key: &str, value: &T) -> Result<(), StoreError> {
    let values = [Value::from(key), Value::Text(serde_json::to_string(value)?)];
    tx.execute(
        "INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value",
        &values,
    )?;
    Ok(())
}

/// Removes a key.
pub fn remove(tx: &mut Tx<'_>, key: &str) -> Result<(), StoreError> {
    tx.execute("DELETE FROM setting WHERE key = $1", &[key.into()])?;
    Ok(())
}
