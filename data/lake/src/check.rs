//! The check: whether the folder is what its manifest says, and its rows what a lake promises. Changes nothing.

use std::collections::BTreeSet;
use std::fs;
use std::io::Read;
use std::path::{Path, PathBuf};

use arrow_array::RecordBatch;
use arrow_array::cast::AsArray;
use mercat_model::id::IdError;
use mercat_model::{EventId, Id};

use crate::encode::Row;
use crate::error::LakeError;
use crate::folder::{self, RETIRED, STAGING};
use crate::lake::{Lake, Snapshot};
use crate::manifest::{LakeFile, Manifest, name_of};
use crate::place::{bucket_of, month_of};
use crate::read::Part;

/// Ids held at once to find doubles, 24 bytes each; more are looked through in several passes.
const IDS_MAX: u64 = 16_000_000;

/// Problems that are reported: the first ones tell enough.
const PROBLEMS_MAX: usize = 1_000;

/// Folders below `events`: month and bucket. Deeper ones are not the lake's.
const DEPTH_MAX: usize = 4;

/// Ids decoded at once.
const IDS_AT_ONCE: usize = 1 << 16;

/// Bytes read at once for a hash.
const CHUNK_BYTES: usize = 1 << 20;

/// Something that is not as it should be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// The file, relative to the lake's folder.
    pub path: String,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub advice: &'static str,
}

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CheckReport {
    /// Files that the manifest names.
    pub files: usize,
    /// Rows that they should have together.
    pub rows: u64,
    /// The log's offset after them.
    pub sealed_offset: u64,
    /// What is wrong, at most some hundred; empty when all is well.
    pub problems: Vec<Problem>,
}

const FROM_BACKUP: &str = "put this file of the last backup back";
const DELETE: &str = "nothing needs it: delete it";
const REPORT: &str = "the lake still gives every row; report this with the file";

impl CheckReport {
    fn add(&mut self, path: &str, message: impl Into<String>, advice: &'static str) {
        if self.problems.len() < PROBLEMS_MAX {
            self.problems.push(Problem { path: path.to_owned(), message: message.into(), advice });
        }
    }
}

impl Lake {
    /// Reads every file and says what is wrong. Cost: all bytes twice; rows a few thousand at a time, and ids of
    /// some millions of events.
    ///
    /// # Errors
    /// When the manifest can't be read or the disk refuses; what is wrong with files is in the report.
    pub fn check(&self) -> Result<CheckReport, LakeError> {
        let snapshot = self.snapshot()?;
        let files = &snapshot.manifest.files;
        let mut report = CheckReport {
            files: files.len(),
            rows: files.iter().map(|file| file.rows).sum(),
            sealed_offset: snapshot.sealed_offset(),
            problems: Vec::new(),
        };
        let mut readable = Vec::new();
        for entry in files {
            let before = report.problems.len();
            if let Err(error) = check_file(&snapshot, entry, &mut report) {
                report.add(&entry.path, error.to_string(), FROM_BACKUP);
            }
            if report.problems.len() == before {
                readable.push(entry);
            }
        }
        check_ids(&snapshot, &readable, &mut report)?;
        strays(self.root(), &mut report)?;
        Ok(report)
    }
}

/// Length, hash, and the rows of one file.
fn check_file(lake: &Snapshot, entry: &LakeFile, report: &mut CheckReport) -> Result<(), LakeError> {
    let path = lake.root.join(&entry.path);
    let mut file = folder::open(&lake.root, entry)?;
    let mut hash = blake3::Hasher::new();
    let mut bytes = 0;
    let mut chunk = vec![0; CHUNK_BYTES];
    loop {
        let read = file.read(&mut chunk).map_err(LakeError::io(&path))?;
        if read == 0 {
            break;
        }
        bytes += read as u64;
        hash.update(&chunk[..read]);
    }
    if bytes != entry.bytes {
        report.add(&entry.path, format!("it has {bytes} bytes instead of {}", entry.bytes), FROM_BACKUP);
        return Ok(());
    }
    if hash.finalize().to_hex().as_str() != entry.blake3 {
        report.add(&entry.path, "its bytes are not those that were written", FROM_BACKUP);
        return Ok(());
    }
    check_rows(lake, entry, report)
}

fn check_rows(lake: &Snapshot, entry: &LakeFile, report: &mut CheckReport) -> Result<(), LakeError> {
    let opened = lake.footers.open(&lake.root, entry)?;
    let mut last: Option<Row> = None;
    let mut count = 0;
    for group in 0..opened.footer.groups() {
        for rows in opened.rows(group)? {
            for row in rows? {
                count += 1;
                if let Some(message) = misplaced(entry, &row) {
                    report.add(&entry.path, message, REPORT);
                    return Ok(());
                }
                if last.as_ref().is_some_and(|last| last.key() > row.key()) {
                    report.add(&entry.path, format!("event `{}` is out of order", row.event.id), REPORT);
                    return Ok(());
                }
                last = Some(row);
            }
        }
    }
    if count != entry.rows {
        report.add(&entry.path, format!("it has {count} rows instead of {}", entry.rows), FROM_BACKUP);
    }
    Ok(())
}

/// What is wrong with a row's place.
fn misplaced(entry: &LakeFile, row: &Row) -> Option<String> {
    let id = row.event.id;
    let time = row.event.occurred_at;
    let month = month_of(time);
    if month != entry.month {
        return Some(format!("event `{id}` belongs to the month `{month}`"));
    }
    if !(entry.occurred_min..=entry.occurred_max).contains(&time) {
        return Some(format!("event `{id}` of `{time}` is outside the times that the manifest tells"));
    }
    let bucket = row.actor.as_deref().map_or_else(|| bucket_of(&id.to_string()), bucket_of);
    (bucket != entry.bucket).then(|| format!("event `{id}` belongs to the bucket {bucket}"))
}

/// Finds events that stand in the lake twice.
fn check_ids(lake: &Snapshot, files: &[&LakeFile], report: &mut CheckReport) -> Result<(), LakeError> {
    let rows: u64 = files.iter().map(|file| file.rows).sum();
    let passes = rows.div_ceil(IDS_MAX).max(1);
    for pass in 0..passes {
        let mut ids: Vec<(EventId, u32)> = Vec::new();
        for (number, entry) in (0..).zip(files) {
            let opened = lake.footers.open(&lake.root, entry)?;
            for group in 0..opened.footer.groups() {
                let part = Part { group, columns: Some(&["id"]), batch_rows: IDS_AT_ONCE, ..Part::default() };
                for batch in opened.batches(part)? {
                    take_ids(&batch?, (pass, passes), number, &mut ids)
                        .map_err(|error| opened.damaged(error))?;
                }
            }
        }
        ids.sort_unstable();
        for pair in ids.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
            let [(id, first), (_, second)] = [pair[0], pair[1]];
            let other = &files[first as usize].path;
            report.add(&files[second as usize].path, format!("event `{id}` stands in `{other}` too"), REPORT);
        }
    }
    Ok(())
}

/// Keeps the ids of one pass, with the number of their file.
fn take_ids(
    batch: &RecordBatch,
    (pass, passes): (u64, u64),
    file: u32,
    ids: &mut Vec<(EventId, u32)>,
) -> Result<(), String> {
    let texts = batch.column(0).as_string_opt::<i32>().ok_or("the column `id` does not hold texts")?;
    for text in texts.iter().flatten() {
        let id: EventId = text.parse().map_err(|error: IdError| error.to_string())?;
        // The last byte of an id is random.
        if u64::from(id.to_bytes()[15]) % passes == pass {
            ids.push((id, file));
        }
    }
    Ok(())
}

/// Files that nobody needs. Waits for writers, whose staged files are nobody else's business.
fn strays(root: &Path, report: &mut CheckReport) -> Result<(), LakeError> {
    let _lock = folder::lock(root)?;
    let manifest = Manifest::read(root)?;
    let live: BTreeSet<PathBuf> = manifest.files.iter().map(|file| root.join(&file.path)).collect();
    let old: BTreeSet<&str> = manifest.retired.iter().map(|old| name_of(&old.path)).collect();
    let live_names: BTreeSet<&str> = manifest.files.iter().map(LakeFile::name).collect();
    let mut found = Vec::new();
    walk(&root.join("events"), DEPTH_MAX, &mut found)?;
    found.retain(|path| !live.contains(path));
    let extra = |folder: &str, known: &BTreeSet<&str>| -> Result<Vec<PathBuf>, LakeError> {
        let folder = root.join(folder);
        let names = folder::names(&folder)?.into_iter().filter(|name| !known.contains(name.as_str()));
        Ok(names.map(|name| folder.join(name)).collect())
    };
    found.extend(extra(STAGING, &live_names)?);
    found.extend(extra(RETIRED, &old)?);
    for path in found {
        let relative = path.strip_prefix(root).unwrap_or(&path);
        report.add(&relative.to_string_lossy(), "the manifest does not name it", DELETE);
    }
    Ok(())
}

fn walk(folder: &Path, depth_left: usize, found: &mut Vec<PathBuf>) -> Result<(), LakeError> {
    for name in folder::names(folder)? {
        let path = folder.join(name);
        if fs::metadata(&path).map_err(LakeError::io(&path))?.is_dir() {
            if depth_left > 0 {
                walk(&path, depth_left - 1, found)?;
            }
        } else {
            found.push(path);
        }
    }
    Ok(())
}
