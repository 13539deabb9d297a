//! Erasure of people: every file with rows of theirs is written again without them, and the old one is deleted at
//! once. Texts of erased rows stay nowhere, not even in a dictionary.

use std::collections::{BTreeMap, BTreeSet};

use arrow_array::cast::AsArray;
use arrow_array::types::Int32Type;
use arrow_array::{Array, RecordBatch};
use mercat_model::{Actor, MemberId, Timestamp};

use crate::encode::Row;
use crate::error::LakeError;
use crate::lake::{Lake, Snapshot};
use crate::manifest::LakeFile;
use crate::read::{Opened, Part};
use crate::schema::SCHEMA_VERSION;
use crate::write::{Change, Origin, Replaced};

/// Rows looked at together: three columns of codes.
const BATCH_ROWS: usize = 1 << 16;

/// Whose events are meant, by every id that they are known by.
///
/// An event is theirs when its member is one of these; when it has no member and its visitor is one of these; or
/// when it was sealed as theirs. An event of another member on the same device is not theirs.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct People {
    /// Members.
    pub member_ids: BTreeSet<MemberId>,
    /// Visitors' own ids.
    pub anonymous_ids: BTreeSet<String>,
}

/// What an erasure did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erased {
    /// Events that are gone.
    pub rows: u64,
    /// Files that were written again or deleted.
    pub files: usize,
}

/// The texts of people, by column.
struct Texts {
    actors: BTreeSet<String>,
    member_ids: BTreeSet<String>,
    anonymous_ids: BTreeSet<String>,
}

impl Snapshot {
    /// How many sealed events are of these people. Cost: reads three columns of files that may hold them.
    ///
    /// # Errors
    /// When a file is gone or damaged.
    pub fn count_events_of(&self, people: &People) -> Result<u64, LakeError> {
        let texts = people.texts();
        let count = |entry| self.footers.open(&self.root, entry).and_then(|opened| count(&opened, &texts));
        self.manifest.files.iter().map(count).sum()
    }
}

impl Lake {
    /// Removes all sealed events of these people. Retired files are deleted too, so a scan that began before may
    /// end with [`LakeError::Gone`]. The log is not touched: erase there first, lest they are sealed again.
    ///
    /// Cost: reads three columns of files that may hold them, and writes those files again that do.
    ///
    /// # Errors
    /// When a file is damaged, of a newer program, or the disk refuses; the lake is as before then.
    pub fn erase(&self, people: &People, now: Timestamp) -> Result<Erased, LakeError> {
        let texts = people.texts();
        let mut change = Change::begin(self)?;
        let mut paths = Vec::new();
        let mut rows = 0;
        for entry in change.manifest.files.clone() {
            let opened = self.footers().open(self.root(), &entry)?;
            let found = count(&opened, &texts)?;
            if found > 0 {
                if entry.schema_version > SCHEMA_VERSION {
                    let found = entry.schema_version;
                    return Err(LakeError::Newer { path: opened.path, found, known: SCHEMA_VERSION });
                }
                change.stage(BTreeMap::from([(entry.place(), others(&opened, &texts)?)]), origin(&entry))?;
                rows += found;
                paths.push(entry.path);
            }
        }
        let retired = std::mem::take(&mut change.manifest.retired);
        if paths.is_empty() && retired.is_empty() {
            return Ok(Erased { rows: 0, files: 0 });
        }
        let files = paths.len();
        change.replace(&paths, Replaced::Erased, now);
        change.manifest.erased.extend(retired.into_iter().map(|old| old.path));
        change.commit()?;
        Ok(Erased { rows, files })
    }
}

impl People {
    fn texts(&self) -> Texts {
        let members = self.member_ids.iter().map(|id| Actor::Member(*id).to_string());
        let visitors = self.anonymous_ids.iter().map(|id| Actor::Visitor(id.clone()).to_string());
        Texts {
            actors: members.chain(visitors).collect(),
            member_ids: self.member_ids.iter().map(ToString::to_string).collect(),
            anonymous_ids: self.anonymous_ids.clone(),
        }
    }
}

impl Texts {
    /// Whether an event with these texts is of these people.
    fn hold(&self, actor: Option<&str>, member_id: Option<&str>, anonymous_id: Option<&str>) -> bool {
        let is_in = |set: &BTreeSet<String>, text: Option<&str>| text.is_some_and(|text| set.contains(text));
        is_in(&self.actors, actor)
            || is_in(&self.member_ids, member_id)
            || member_id.is_none() && is_in(&self.anonymous_ids, anonymous_id)
    }

    fn columns(&self) -> [(&'static str, &BTreeSet<String>); 3] {
        [("actor", &self.actors), ("member_id", &self.member_ids), ("anonymous_id", &self.anonymous_ids)]
    }
}

fn origin(entry: &LakeFile) -> Origin {
    Origin {
        first_offset: entry.first_offset,
        next_offset: entry.next_offset,
        identity_version: entry.identity_version,
    }
}

/// How many rows of a file are of these people.
fn count(opened: &Opened, texts: &Texts) -> Result<u64, LakeError> {
    let footer = &opened.footer;
    let mut found = 0;
    for group in 0..footer.groups() {
        let possible = |(column, set): (&str, &BTreeSet<String>)| {
            set.iter().any(|text| footer.may_hold(group, column, text))
        };
        if !texts.columns().into_iter().any(possible) {
            continue;
        }
        let columns = Some(&["actor", "member_id", "anonymous_id"][..]);
        let part = Part { group, coded: true, columns, batch_rows: BATCH_ROWS, ..Part::default() };
        for batch in opened.batches(part)? {
            found += rows_in(&batch?, texts);
        }
    }
    Ok(found)
}

fn rows_in(batch: &RecordBatch, texts: &Texts) -> u64 {
    let column = |name: &str, set: &BTreeSet<String>| {
        let array = batch.column_by_name(name)?.as_dictionary_opt::<Int32Type>()?;
        let hits: Vec<bool> = array
            .values()
            .as_string_opt::<i32>()?
            .iter()
            .map(|text| text.is_some_and(|text| set.contains(text)))
            .collect();
        Some((array, hits))
    };
    let [actor, member, visitor] = texts.columns().map(|(name, set)| column(name, set));
    let hit = |column: &Option<(&arrow_array::DictionaryArray<Int32Type>, Vec<bool>)>, row: usize| {
        column.as_ref().is_some_and(|(array, hits)| array.key(row).is_some_and(|key| hits[key]))
    };
    let is_visitor = |row: usize| member.as_ref().is_none_or(|(array, _)| array.is_null(row));
    let found =
        |row: &usize| hit(&actor, *row) || hit(&member, *row) || is_visitor(*row) && hit(&visitor, *row);
    (0..batch.num_rows()).filter(found).count() as u64
}

/// The rows of everyone else.
fn others(opened: &Opened, texts: &Texts) -> Result<Vec<Row>, LakeError> {
    let mut kept = Vec::new();
    for group in 0..opened.footer.groups() {
        for rows in opened.rows(group)? {
            kept.extend(rows?.into_iter().filter(|row| {
                let member_id = row.event.member_id.map(|id| id.to_string());
                !texts.hold(row.actor.as_deref(), member_id.as_deref(), row.event.anonymous_id.as_deref())
            }));
        }
    }
    Ok(kept)
}
