//! Cleaning: replaced files go when nobody can be reading them any more.

use mercat_model::Timestamp;

use crate::error::LakeError;
use crate::folder::{self, RETIRED};
use crate::lake::Lake;
use crate::manifest::name_of;
use crate::write::Change;

/// How long a replaced file stays readable: far longer than a scan takes.
pub const RETIRED_KEPT_SECONDS: i64 = 600;

impl Lake {
    /// Deletes files that were replaced more than [`RETIRED_KEPT_SECONDS`] ago; gives how many. Doing it twice, or
    /// ending in the middle, harms nothing.
    ///
    /// # Errors
    /// When the disk refuses.
    pub fn clean(&self, now: Timestamp) -> Result<usize, LakeError> {
        let mut change = Change::begin(self)?;
        let (kept, gone): (Vec<_>, Vec<_>) = change
            .manifest
            .retired
            .drain(..)
            .partition(|old| old.at.plus_seconds(RETIRED_KEPT_SECONDS) > now);
        if gone.is_empty() {
            return Ok(0);
        }
        for old in &gone {
            folder::remove(&self.root().join(RETIRED).join(name_of(&old.path)))?;
        }
        change.manifest.retired = kept;
        change.commit()?;
        Ok(gone.len())
    }
}
