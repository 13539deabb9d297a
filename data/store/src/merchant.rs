//! Merchants: who sells in the shop.

use std::collections::HashMap;

use mercat_model::{MerchantId, Timestamp};

use crate::error::StoreError;
use crate::page::Conditions;
use crate::tx::{Insert, Tx};
use crate::value::{Row, id};

/// A merchant.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merchant {
    /// Their id.
    pub id: MerchantId,
    /// The name that shoppers see.
    pub name: String,
    /// When they joined.
    pub created_at: Timestamp,
}

const INSERT: Insert = Insert {
    table: "merchant",
    columns: &["id", "name", "created_at"],
    on_conflict: "ON CONFLICT (id) DO NOTHING",
};

/// Adds merchants; those already there stay as they are.
pub fn insert_many(tx: &mut Tx<'_>, merchants: &[Merchant]) -> Result<(), StoreError> {
    let mut values = Vec::with_capacity(merchants.len() * INSERT.columns.len());
    for merchant in merchants {
        values.extend([id(merchant.id), merchant.name.as_str().into(), merchant.created_at.into()]);
    }
    tx.insert_many(&INSERT, &values)?;
    Ok(())
}

/// Merchants that a list shows at most; a marketplace of more gets a search of its own.
pub const MERCHANTS_MAX: i64 = 1_000;

fn read(row: &Row<'_>) -> Result<Merchant, StoreError> {
    Ok(Merchant { id: row.id(0)?, name: row.text(1)?, created_at: row.time(2)? })
}

/// The merchants by name.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Merchant>, StoreError> {
    let sql = format!("SELECT id, name, created_at FROM merchant ORDER BY name, id LIMIT {MERCHANTS_MAX}");
    tx.query(&sql, &[], read)
}

/// The merchant `preferred` if there is one, otherwise the first that joined.
pub fn first(tx: &mut Tx<'_>, preferred: MerchantId) -> Result<Option<Merchant>, StoreError> {
    let sql = "SELECT id, name, created_at FROM merchant \
               ORDER BY CASE WHEN id = $1 THEN 0 ELSE 1 END, created_at, id LIMIT 1";
    tx.query_opt(sql, &[id(preferred)], read)
}

/// The merchants with these names; of several with one name the first that joined.
pub fn by_names(tx: &mut Tx<'_>, names: &[String]) -> Result<HashMap<String, MerchantId>, StoreError> {
    let mut found = HashMap::with_capacity(names.len());
    for chunk in names.chunks(500) {
        let mut conditions = Conditions::default();
        conditions.add_any("name", chunk.iter().map(|name| name.as_str().into()));
        let sql = format!("SELECT name, id FROM merchant{} ORDER BY created_at, id", conditions.sql());
        tx.for_each(&sql, &conditions.values, |row| {
            let (name, merchant) = (row.text(0)?, row.id(1)?);
            found.entry(name).or_insert(merchant);
            Ok(())
        })?;
    }
    Ok(found)
}
