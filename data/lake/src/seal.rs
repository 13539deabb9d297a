//! Sealing: a range of the log becomes files, and the lake's offset moves past it, in one step.

use std::collections::BTreeMap;

use mercat_model::{Actor, Event};

use crate::encode::Row;
use crate::error::LakeError;
use crate::lake::Lake;
use crate::place::{Place, place_of};
use crate::write::{Change, Origin};

/// Events of one seal: about 150 MB while it runs, and files of some thousand rows a bucket.
pub const SEAL_EVENTS_MAX: usize = 100_000;

/// A range of the log to be sealed.
#[derive(Debug, Clone)]
pub struct Seal {
    /// The offset of the first event; must be the lake's sealed offset.
    pub first_offset: u64,
    /// The offset after the last event. Offsets in between may be without an event, as with duplicates left out.
    pub next_offset: u64,
    /// At most [`SEAL_EVENTS_MAX`].
    pub events: Vec<Event>,
    /// The version of the identities by which `person_of` answers.
    pub identity_version: u64,
}

/// What a seal did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Events that are now in the lake.
    pub rows: u64,
    /// New files.
    pub files: usize,
    /// Where the next seal begins.
    pub sealed_offset: u64,
}

impl Lake {
    /// Moves a range of the log into the lake, exactly once: files and offset are one commit.
    ///
    /// Cost: an fsync for each of at most 16 files a month, and three for the manifest.
    ///
    /// # Errors
    /// [`LakeError::Offset`] when another writer has sealed this range; nothing is changed then, nor by any other
    /// error before the commit. After an error of the disk, ask for the sealed offset before trying again.
    pub fn seal(&self, seal: Seal, person_of: &dyn Fn(&Event) -> Option<Actor>) -> Result<Sealed, LakeError> {
        let Seal { first_offset, next_offset, events, identity_version } = seal;
        let events_count = events.len();
        let adds_up = next_offset.checked_sub(first_offset).is_some_and(|span| events_count as u64 <= span);
        if !adds_up || events_count > SEAL_EVENTS_MAX {
            return Err(LakeError::Seal {
                events: events_count,
                first: first_offset,
                next: next_offset,
                max: SEAL_EVENTS_MAX,
            });
        }
        let mut change = Change::begin(self)?;
        if change.manifest.sealed_offset != first_offset {
            return Err(LakeError::Offset { sealed: change.manifest.sealed_offset, given: first_offset });
        }
        change.stage(placed(events, person_of), Origin { first_offset, next_offset, identity_version })?;
        change.manifest.sealed_offset = next_offset;
        let files = change.commit()?.len();
        Ok(Sealed { rows: events_count as u64, files, sealed_offset: next_offset })
    }
}

/// Rows by the partition they belong to.
pub(crate) fn placed(
    events: impl IntoIterator<Item = Event>,
    person_of: &dyn Fn(&Event) -> Option<Actor>,
) -> BTreeMap<Place, Vec<Row>> {
    let mut parts: BTreeMap<Place, Vec<Row>> = BTreeMap::new();
    for event in events {
        let person = person_of(&event);
        let place = place_of(&event, person.as_ref());
        parts.entry(place).or_default().push(Row { actor: person.map(|actor| actor.to_string()), event });
    }
    parts
}
