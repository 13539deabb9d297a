//! Merchants: who sells in the shop.

use mercat_model::{MerchantId, Timestamp};

use crate::error::StoreError;
use crate::tx::{Insert, Tx};
use crate::value::id;

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

/// The merchants by name.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Merchant>, StoreError> {
    let sql = format!("SELECT id, name, created_at FROM merchant ORDER BY name, id LIMIT {MERCHANTS_MAX}");
    tx.query(&sql, &[], |row| Ok(Merchant { id: row.id(0)?, name: row.text(1)?, created_at: row.time(2)? }))
}
