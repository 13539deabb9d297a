//! Sealed rows whose person may have changed since: found by the actors that changed, resolved again row by row,
//! and taken to the bucket where they belong now. Files are never rewritten for it.

use std::collections::BTreeMap;

use arrow_array::cast::AsArray;
use mercat_model::{Actor, MemberId};
use parquet::arrow::arrow_reader::{RowSelection, RowSelector};

use super::cursor::{BATCH_ROWS, columns};
use super::group::{Group, Maps};
use super::loose::{Loose, NewRow};
use super::{Identity, Scan};
use crate::error::LakeError;
use crate::lake::Snapshot;
use crate::manifest::LakeFile;
use crate::place::bucket_of;
use crate::read::{Opened, Part};
use crate::write::in_parallel;

/// Rows that changed their person and are held during a scan, about 100 bytes each. Compaction writes them to
/// their people's files.
const DIVERTED_MAX: usize = 20_000_000;

/// For each version of identities that files were written by, the actors that changed since: by bucket, ascending.
pub(super) struct Changes {
    by_version: BTreeMap<u64, BTreeMap<u16, Vec<String>>>,
}

impl Changes {
    pub(super) fn of(files: &[&LakeFile], identity: &dyn Identity) -> Self {
        let mut by_version = BTreeMap::new();
        for file in files {
            let version = file.identity_version;
            if version >= identity.version() || by_version.contains_key(&version) {
                continue;
            }
            let mut buckets: BTreeMap<u16, Vec<String>> = BTreeMap::new();
            for actor in identity.changed_after(version) {
                let text = actor.to_string();
                buckets.entry(bucket_of(&text)).or_default().push(text);
            }
            buckets.values_mut().for_each(|actors| actors.sort_unstable());
            by_version.insert(version, buckets);
        }
        Changes { by_version }
    }

    /// The actors of a file that changed since it was written, ascending.
    pub(super) fn in_file(&self, file: &LakeFile) -> &[String] {
        let buckets = self.by_version.get(&file.identity_version);
        buckets.and_then(|buckets| buckets.get(&file.bucket)).map_or(&[], Vec::as_slice)
    }
}

/// The rows of changed actors, with the people that they belong to now.
pub(super) fn diverted(
    lake: &Snapshot,
    spec: &Scan,
    files: &[&LakeFile],
    changes: &Changes,
    identity: &dyn Identity,
) -> Result<Vec<Loose>, LakeError> {
    let concerned: Vec<_> = files.iter().copied().filter(|file| !changes.in_file(file).is_empty()).collect();
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let share = concerned.len().div_ceil(threads).max(1);
    let shares: Vec<_> = concerned.chunks(share).collect();
    let work = |_: usize, share: &[&LakeFile]| {
        let mut loose = Loose::new(spec);
        for entry in share {
            let opened = lake.footers.open(&lake.root, entry)?;
            for row_group in 0..opened.footer.groups() {
                collect(&opened, row_group, changes.in_file(entry), spec, identity, &mut loose)?;
            }
        }
        Ok(loose)
    };
    in_parallel(shares, &work)
}

fn collect(
    opened: &Opened,
    row_group: usize,
    changed: &[String],
    spec: &Scan,
    identity: &dyn Identity,
    loose: &mut Loose,
) -> Result<(), LakeError> {
    let footer = &opened.footer;
    let outside = footer.times(row_group).is_some_and(|(min, max)| !spec.range.touches(min, max));
    if outside || !changed.iter().any(|actor| footer.may_hold(row_group, "actor", actor)) {
        return Ok(());
    }
    let Some(selection) = rows_of(opened, row_group, changed)? else { return Ok(()) };
    let mut wanted = columns(spec);
    wanted.extend(["id", "member_id", "anonymous_id"]);
    let part = Part {
        group: row_group,
        coded: true,
        columns: Some(&wanted),
        batch_rows: BATCH_ROWS,
        selection: Some(selection),
        span: None,
    };
    let mut maps = Maps::new(spec.texts.len());
    for batch in opened.batches(part)? {
        let batch = batch?;
        let group = Group::decode(&batch, &spec.texts, spec.value, &mut loose.coder, &mut maps);
        let group = group.map_err(|error| opened.damaged(error))?;
        resolve(&batch, &group, spec, identity, loose).map_err(|error| opened.damaged(error))?;
        if loose.rows() > DIVERTED_MAX {
            return Err(LakeError::TooMany {
                rows: loose.rows(),
                what: "belong to people who changed since they were sealed",
                max: DIVERTED_MAX,
                advice: "compact the lake",
            });
        }
    }
    Ok(())
}

/// Where the rows of changed actors lie in a row group; none when there are none.
fn rows_of(opened: &Opened, row_group: usize, changed: &[String]) -> Result<Option<RowSelection>, LakeError> {
    let part = Part {
        group: row_group,
        coded: true,
        columns: Some(&["actor"]),
        batch_rows: BATCH_ROWS,
        ..Part::default()
    };
    let mut selectors = Vec::new();
    let mut any = false;
    for batch in opened.batches(part)? {
        let batch = batch?;
        let (keys, nobody, actors) = super::group::people(&batch).map_err(|error| opened.damaged(error))?;
        let hit: Vec<bool> = actors
            .iter()
            .map(|actor| {
                actor.is_some_and(|actor| changed.binary_search_by(|c| c.as_str().cmp(actor)).is_ok())
            })
            .collect();
        selectors.push(RowSelector::skip(nobody));
        for run in keys.values()[nobody..].chunk_by(|a, b| a == b) {
            let selected = hit[run[0] as usize];
            any |= selected;
            selectors.push(if selected {
                RowSelector::select(run.len())
            } else {
                RowSelector::skip(run.len())
            });
        }
    }
    Ok(any.then(|| RowSelection::from(selectors)))
}

/// Asks for each row whose it is now.
fn resolve(
    batch: &arrow_array::RecordBatch,
    group: &Group,
    spec: &Scan,
    identity: &dyn Identity,
    loose: &mut Loose,
) -> Result<(), String> {
    let dictionary = |name: &str| {
        let array = batch.column_by_name(name)?.as_dictionary_opt::<arrow_array::types::Int32Type>()?;
        array.downcast_dict::<arrow_array::StringArray>()
    };
    let (members, visitors) = (dictionary("member_id"), dictionary("anonymous_id"));
    let ids = batch.column_by_name("id").and_then(|array| array.as_string_opt::<i32>());
    let ids = ids.ok_or("the column `id` is missing")?;
    let mut texts = vec![0; spec.texts.len()];
    for row in 0..group.len() {
        let at = group.occurred_at.value(row);
        if !spec.range.covers(at, at) {
            continue;
        }
        let member = members.as_ref().and_then(|texts| value(texts, row));
        let member: Option<MemberId> = member
            .map(str::parse)
            .transpose()
            .map_err(|error: mercat_model::id::IdError| error.to_string())?;
        let visitor = visitors.as_ref().and_then(|texts| value(texts, row));
        let person: Option<Actor> = identity.person(member, visitor);
        let Some(person) = person else { continue };
        for (code, column) in texts.iter_mut().zip(&group.texts) {
            *code = column[row];
        }
        let id = ids.value(row).parse().map_err(|error: mercat_model::id::IdError| error.to_string())?;
        let value_minor = group.value_minor.get(row).copied().unwrap_or(0);
        loose.push(&NewRow { person: &person, at, id, kind: group.kind[row], value_minor, texts: &texts });
    }
    Ok(())
}

/// A text of a coded column.
fn value<'a>(
    texts: &arrow_array::TypedDictionaryArray<'a, arrow_array::types::Int32Type, arrow_array::StringArray>,
    row: usize,
) -> Option<&'a str> {
    use arrow_array::{Array, ArrayAccessor};
    (!texts.is_null(row)).then(|| texts.value(row))
}
