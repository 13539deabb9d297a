//! Compaction: the many small files of a partition become one, its rows placed by the people known now.

use std::collections::BTreeMap;

use mercat_model::time::DAY_US;
use mercat_model::{Actor, Event, Timestamp};

use crate::encode::Row;
use crate::error::LakeError;
use crate::lake::Lake;
use crate::manifest::LakeFile;
use crate::place::{Place, place_of};
use crate::schema::SCHEMA_VERSION;
use crate::write::{Change, Origin, Replaced};

/// Small files that a partition may have before they are merged while events still come in: fewer would write each
/// event more often.
pub const SMALL_FILES_MAX: usize = 8;

/// How long after its last event a partition is at rest; its small files become one, for each that a scan merges
/// costs it time. Longer than the clients' late events mostly take.
const AT_REST_US: i64 = 3 * DAY_US;

/// How much larger than all smaller ones together a file may be to be merged with them: some late events do not
/// have a whole month written again.
const LARGER_MAX: u64 = 32;

/// Rows that one compaction holds in memory, about a kilobyte each. A partition with more stays in several files
/// of up to this size, which is no loss: a scan merges them.
pub const COMPACT_ROWS_MAX: u64 = 262_144;

/// Rows from which on a file is not small: two such would not fit in one compaction.
const SMALL_ROWS_MAX: u64 = COMPACT_ROWS_MAX / 2;

/// What a compaction did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Compacted {
    /// The partition.
    pub place: Place,
    /// Files that were merged.
    pub files_before: usize,
    /// Files in their stead, some perhaps in other buckets.
    pub files_after: usize,
    /// Rows in them.
    pub rows: u64,
    /// Rows whose person had changed since they were written.
    pub rows_moved: u64,
}

impl Lake {
    /// Merges the small files of the partition that has most of them; none when no partition has more than
    /// [`SMALL_FILES_MAX`], or more than one where no event came for some days. Call it until then. Readers who
    /// began before keep the old files for a while.
    ///
    /// Cost: at most [`COMPACT_ROWS_MAX`] rows are read, held and written; other writers wait.
    ///
    /// # Errors
    /// When a file is damaged or the disk refuses; the lake is as before then.
    pub fn compact(
        &self,
        person_of: &dyn Fn(&Event) -> Option<Actor>,
        identity_version: u64,
        now: Timestamp,
    ) -> Result<Option<Compacted>, LakeError> {
        if chosen(&self.manifest()?.files, identity_version, now).is_none() {
            return Ok(None);
        }
        let mut change = Change::begin(self)?;
        let Some(files) = chosen(&change.manifest.files, identity_version, now) else { return Ok(None) };
        let files: Vec<LakeFile> = files.into_iter().cloned().collect();
        let mut parts: BTreeMap<Place, Vec<Row>> = BTreeMap::new();
        let (mut rows, mut rows_moved) = (0, 0);
        for entry in &files {
            let opened = self.footers().open(self.root(), entry)?;
            for group in 0..opened.footer.groups() {
                for batch in opened.rows(group)? {
                    for mut row in batch? {
                        let person = person_of(&row.event);
                        let place = place_of(&row.event, person.as_ref());
                        let actor = person.map(|actor| actor.to_string());
                        rows += 1;
                        rows_moved += u64::from(actor != row.actor);
                        row.actor = actor;
                        parts.entry(place).or_default().push(row);
                    }
                }
            }
        }
        let first_offset = files.iter().map(|file| file.first_offset).min().unwrap_or(0);
        let next_offset = files.iter().map(|file| file.next_offset).max().unwrap_or(0);
        change.stage(parts, Origin { first_offset, next_offset, identity_version })?;
        let paths: Vec<String> = files.iter().map(|file| file.path.clone()).collect();
        change.replace(&paths, Replaced::Retired, now);
        let files_after = change.commit()?.len();
        let place = files[0].place();
        Ok(Some(Compacted { place, files_before: files.len(), files_after, rows, rows_moved }))
    }
}

/// The files to merge: the smallest of the partition with most small ones. Files of a newer program, or resolved by
/// newer identities than the caller's, are left alone.
fn chosen(files: &[LakeFile], identity_version: u64, now: Timestamp) -> Option<Vec<&LakeFile>> {
    let mut partitions: BTreeMap<(&str, u16), Vec<&LakeFile>> = BTreeMap::new();
    for file in files {
        let ours = file.schema_version <= SCHEMA_VERSION && file.identity_version <= identity_version;
        if ours && file.rows < SMALL_ROWS_MAX {
            partitions.entry((&file.month, file.bucket)).or_default().push(file);
        }
    }
    let ripe = partitions.into_values().map(alike).filter(|files| {
        let last = files.iter().map(|file| file.occurred_max).max().unwrap_or(now);
        let kept = if now.micros_since(last) > AT_REST_US { 1 } else { SMALL_FILES_MAX };
        files.len() > kept
    });
    let mut most = ripe.max_by_key(Vec::len)?;
    let mut room = COMPACT_ROWS_MAX;
    let fits = most.iter().take_while(|file| {
        let fits = file.rows <= room;
        room = room.saturating_sub(file.rows);
        fits
    });
    let count = fits.count();
    most.truncate(count);
    Some(most)
}

/// Files by size, without those that are too large to be merged with the smaller ones.
fn alike(mut files: Vec<&LakeFile>) -> Vec<&LakeFile> {
    files.sort_by_key(|file| file.rows);
    let mut smaller: u64 = files.iter().map(|file| file.rows).sum();
    while let Some(largest) = files.last() {
        smaller -= largest.rows;
        if largest.rows <= smaller.saturating_mul(LARGER_MAX) {
            break;
        }
        files.pop();
    }
    files
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A partition's files of so many rows, whose last event is at 0; how many of them are merged so many days later.
    fn check(rows: &[u64], days: i64, expect: Option<usize>) {
        let file = |(number, rows): (usize, &u64)| LakeFile {
            path: format!("events/month=1970-01/bucket=00/v{number}.parquet"),
            month: "1970-01".to_owned(),
            bucket: 0,
            rows: *rows,
            bytes: 1,
            blake3: String::new(),
            occurred_min: Timestamp::from_micros(-DAY_US),
            occurred_max: Timestamp::from_micros(0),
            first_offset: 0,
            next_offset: 1,
            identity_version: 0,
            schema_version: SCHEMA_VERSION,
        };
        let files: Vec<LakeFile> = rows.iter().enumerate().map(file).collect();
        let merged = chosen(&files, 0, Timestamp::from_micros(days * DAY_US)).map(|files| files.len());
        assert_eq!(merged, expect, "`{rows:?}` after {days} days");
    }

    #[test]
    fn a_partition_at_rest_becomes_one_file() {
        check(&[5, 7], 4, Some(2));
        check(&[5, 7], 3, None);
        check(&[5; SMALL_FILES_MAX], 3, None);
        check(&[5; SMALL_FILES_MAX + 1], 3, Some(SMALL_FILES_MAX + 1));
        check(&[5], 4, None);
        check(&[], 4, None);
    }

    #[test]
    fn a_few_late_events_do_not_have_a_month_written_again() {
        check(&[100_000, 10], 4, None);
        check(&[100_000, 10, 20], 4, Some(2));
        check(&[100_000, 4_000], 4, Some(2));
        check(&[COMPACT_ROWS_MAX, 10], 4, None);
    }

    #[test]
    fn one_compaction_is_bounded() {
        check(&[SMALL_ROWS_MAX - 1; 5], 4, Some(2));
    }
}
