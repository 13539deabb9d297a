//! Which of our rows the rows of other systems became.

use std::collections::HashMap;

use mercat_model::Id;

use crate::error::StoreError;
use crate::page::Conditions;
use crate::tx::{Insert, Tx};
use crate::value::{Value, id};

/// Ids asked for in one statement.
const CHUNK: usize = 500;

const INSERT: Insert = Insert {
    table: "external_id",
    columns: &["source", "kind", "external", "id"],
    on_conflict: "ON CONFLICT (source, kind, external) DO NOTHING",
};

/// The rows of a kind from a source that are known, by their own name.
pub fn known<T: Id>(
    tx: &mut Tx<'_>,
    source: &str,
    kind: &str,
    externals: &[String],
) -> Result<HashMap<String, T>, StoreError> {
    let mut found = HashMap::with_capacity(externals.len());
    for chunk in externals.chunks(CHUNK) {
        let mut conditions = Conditions::default();
        conditions.add("source = ? AND kind = ?", [source.into(), kind.into()]);
        let marks = vec!["?"; chunk.len()].join(", ");
        conditions.add(&format!("external IN ({marks})"), chunk.iter().map(|e| Value::from(e.as_str())));
        let sql = format!("SELECT external, id FROM external_id{}", conditions.sql());
        tx.for_each(&sql, &conditions.values, |row| {
            found.insert(row.text(0)?, row.id(1)?);
            Ok(())
        })?;
    }
    Ok(found)
}

/// Remembers what rows of a source became.
pub fn insert_many<'a, T: Id>(
    tx: &mut Tx<'_>,
    source: &str,
    kind: &str,
    pairs: impl IntoIterator<Item = (&'a str, T)>,
) -> Result<(), StoreError> {
    let mut values = Vec::new();
    for (external, row) in pairs {
        values.extend([source.into(), kind.into(), external.into(), id(row)]);
    }
    tx.insert_many(&INSERT, &values)?;
    Ok(())
}
