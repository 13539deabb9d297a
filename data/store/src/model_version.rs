//! Versions of trained models: where their files lie and which one serves.

use mercat_model::{ModelVersionId, Timestamp};

use crate::error::StoreError;
use crate::tx::Tx;
use crate::value::{Row, id};

/// Versions that a list shows.
pub const VERSIONS_MAX: i64 = 100;

/// A trained model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ModelVersion {
    /// Its id.
    pub id: ModelVersionId,
    /// What it is for, such as `recommend`.
    pub kind: String,
    /// The folder of its files, within the folder of models.
    pub folder: String,
    /// Its manifest, JSON.
    pub manifest: String,
    /// Whether it serves.
    pub active: bool,
    /// When it was trained.
    pub created_at: Timestamp,
}

const COLUMNS: &str = "id, kind, folder, manifest, active, created_at";

fn read(row: &Row<'_>) -> Result<ModelVersion, StoreError> {
    Ok(ModelVersion {
        id: row.id(0)?,
        kind: row.text(1)?,
        folder: row.text(2)?,
        manifest: row.text(3)?,
        active: row.flag(4)?,
        created_at: row.time(5)?,
    })
}

/// Adds a version; when it is active, it takes the place of the one that was.
pub fn insert(tx: &mut Tx<'_>, version: &ModelVersion) -> Result<(), StoreError> {
    if version.active {
        tx.execute("UPDATE model_version SET active = 0 WHERE kind = $1", &[version.kind.as_str().into()])?;
    }
    tx.execute(
        "INSERT INTO model_version (id, kind, folder, manifest, active, created_at) \
         VALUES ($1, $2, $3, $4, $5, $6)",
        &[
            id(version.id),
            version.kind.as_str().into(),
            version.folder.as_str().into(),
            version.manifest.as_str().into(),
            version.active.into(),
            version.created_at.into(),
        ],
    )?;
    Ok(())
}

/// The version of a kind that serves.
pub fn active(tx: &mut Tx<'_>, kind: &str) -> Result<Option<ModelVersion>, StoreError> {
    let sql = format!("SELECT {COLUMNS} FROM model_version WHERE kind = $1 AND active = 1");
    tx.query_opt(&sql, &[kind.into()], read)
}

/// The latest versions of all kinds.
pub fn latest(tx: &mut Tx<'_>) -> Result<Vec<ModelVersion>, StoreError> {
    let sql =
        format!("SELECT {COLUMNS} FROM model_version ORDER BY created_at DESC, id DESC LIMIT {VERSIONS_MAX}");
    tx.query(&sql, &[], read)
}
