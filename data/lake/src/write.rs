//! A change of the lake: files staged under the writer's lock, one commit of the manifest, and the moves after it.
//! Nothing of a change is seen before the commit; everything of it is there after.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::Write;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use mercat_model::Timestamp;
use parquet::arrow::ArrowWriter;
use parquet::arrow::arrow_writer::ArrowWriterOptions;

use crate::encode::{self, Row};
use crate::error::LakeError;
use crate::fault::{Step, at};
use crate::folder::{self, STAGING, WriteLock};
use crate::lake::Lake;
use crate::manifest::{LakeFile, Manifest, Retired};
use crate::place::Place;
use crate::schema::{SCHEMA_VERSION, writer_properties};

/// Rows encoded at once, so that the columns of a large file are not held twice.
const ROWS_AT_ONCE: usize = 16_384;

/// What the rows of new files have in common.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Origin {
    pub(crate) first_offset: u64,
    pub(crate) next_offset: u64,
    pub(crate) identity_version: u64,
}

/// What becomes of files that a change replaces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Replaced {
    /// They stay readable for a while.
    Retired,
    /// They are deleted at once.
    Erased,
}

/// One change under way.
pub(crate) struct Change<'a> {
    lake: &'a Lake,
    _lock: WriteLock,
    /// The manifest as the change will leave it.
    pub(crate) manifest: Manifest,
    staged: Vec<LakeFile>,
}

impl<'a> Change<'a> {
    /// Waits for other writers and reads what they left.
    pub(crate) fn begin(lake: &'a Lake) -> Result<Self, LakeError> {
        let lock = folder::lock(lake.root())?;
        let mut manifest = Manifest::read(lake.root())?;
        folder::settle(lake.root(), &manifest)?;
        manifest.erased.clear();
        manifest.version += 1;
        Ok(Change { lake, _lock: lock, manifest, staged: Vec::new() })
    }

    /// Writes rows, sorted here, one file a partition. Cost: an fsync a file; partitions are written in parallel.
    pub(crate) fn stage(
        &mut self,
        parts: BTreeMap<Place, Vec<Row>>,
        origin: Origin,
    ) -> Result<(), LakeError> {
        let parts: Vec<_> = parts.into_iter().filter(|(_, rows)| !rows.is_empty()).collect();
        let version = self.manifest.version;
        let before = self.staged.len();
        let staging = self.lake.root().join(STAGING);
        let write = |number: usize, (place, mut rows): (Place, Vec<Row>)| {
            rows.sort_unstable_by(|a, b| a.key().cmp(&b.key()));
            let name = format!("v{version:010}-{:04}.parquet", before + number);
            let sum = write_file(&staging.join(&name), &rows)?;
            at(Step::FileStaged)?;
            Ok(entry(&place, &name, &rows, origin, sum))
        };
        self.staged.extend(in_parallel(parts, &write)?);
        Ok(())
    }

    /// Takes files out of the lake; new ones that were staged replace them.
    pub(crate) fn replace(&mut self, paths: &[String], how: Replaced, now: Timestamp) {
        self.manifest.files.retain(|file| !paths.contains(&file.path));
        match how {
            Replaced::Erased => self.manifest.erased.extend_from_slice(paths),
            Replaced::Retired => {
                let retired = paths.iter().map(|path| Retired { path: path.clone(), at: now });
                self.manifest.retired.extend(retired);
            }
        }
    }

    /// Makes the change real: after this answer it survives power loss. Gives the files that were added.
    pub(crate) fn commit(mut self) -> Result<Vec<LakeFile>, LakeError> {
        let root = self.lake.root();
        if !self.staged.is_empty() {
            folder::sync_folder(&root.join(STAGING))?;
        }
        self.manifest.files.extend(self.staged.iter().cloned());
        self.manifest.files.sort_by(|a, b| a.path.cmp(&b.path));
        self.manifest.write(root)?;
        at(Step::Committed)?;
        folder::settle(root, &self.manifest)?;
        self.lake.adopt(Arc::new(self.manifest));
        Ok(self.staged)
    }
}

/// Runs `work` over `items` on the available cores; the results in the order of the items.
pub(crate) fn in_parallel<T: Send, R: Send>(
    items: Vec<T>,
    work: &(dyn Fn(usize, T) -> Result<R, LakeError> + Sync),
) -> Result<Vec<R>, LakeError> {
    let threads = std::thread::available_parallelism().map_or(1, usize::from).min(items.len());
    // Unit tests count steps by thread.
    if threads <= 1 || cfg!(test) {
        return items.into_iter().enumerate().map(|(number, item)| work(number, item)).collect();
    }
    let slots: Vec<_> = items.into_iter().map(|item| std::sync::Mutex::new(Some(item))).collect();
    let next = AtomicUsize::new(0);
    let take_turns = || {
        let mut done = Vec::new();
        loop {
            let number = next.fetch_add(1, Ordering::Relaxed);
            let Some(slot) = slots.get(number) else { return Ok(done) };
            let item = slot.lock().map_err(|_| LakeError::Thread)?.take().ok_or(LakeError::Thread)?;
            match work(number, item) {
                Ok(result) => done.push((number, result)),
                Err(error) => {
                    next.store(slots.len(), Ordering::Relaxed);
                    return Err(error);
                }
            }
        }
    };
    let mut all = Vec::with_capacity(slots.len());
    std::thread::scope(|scope| {
        let handles: Vec<_> = (0..threads).map(|_| scope.spawn(take_turns)).collect();
        let outcomes: Vec<_> =
            handles.into_iter().map(|handle| handle.join().unwrap_or(Err(LakeError::Thread))).collect();
        outcomes.into_iter().try_for_each(|outcome| outcome.map(|done| all.extend(done)))
    })?;
    all.sort_by_key(|(number, _)| *number);
    Ok(all.into_iter().map(|(_, result)| result).collect())
}

/// Length and hash of a written file.
struct Sum {
    bytes: u64,
    blake3: String,
}

fn entry(place: &Place, name: &str, rows: &[Row], origin: Origin, sum: Sum) -> LakeFile {
    let times = || rows.iter().map(|row| row.event.occurred_at);
    LakeFile {
        path: format!("{place}/{name}"),
        month: place.month.clone(),
        bucket: place.bucket,
        rows: rows.len() as u64,
        bytes: sum.bytes,
        blake3: sum.blake3,
        occurred_min: times().min().unwrap_or(Timestamp::MIN),
        occurred_max: times().max().unwrap_or(Timestamp::MAX),
        first_offset: origin.first_offset,
        next_offset: origin.next_offset,
        identity_version: origin.identity_version,
        schema_version: SCHEMA_VERSION,
    }
}

/// Writes one file durably.
fn write_file(path: &std::path::Path, rows: &[Row]) -> Result<Sum, LakeError> {
    let file = File::create(path).map_err(LakeError::io(path))?;
    let sink = Hashed { file, hash: blake3::Hasher::new(), bytes: 0 };
    let options =
        ArrowWriterOptions::new().with_properties(writer_properties()).with_skip_arrow_metadata(true);
    let failed =
        |error: parquet::errors::ParquetError| LakeError::Encode(format!("`{}`: {error}", path.display()));
    let mut writer =
        ArrowWriter::try_new_with_options(sink, crate::schema::schema(), options).map_err(failed)?;
    for chunk in rows.chunks(ROWS_AT_ONCE) {
        writer.write(&encode::batch(chunk)?).map_err(failed)?;
    }
    let sink = writer.into_inner().map_err(failed)?;
    sink.file.sync_all().map_err(LakeError::io(path))?;
    Ok(Sum { bytes: sink.bytes, blake3: sink.hash.finalize().to_hex().to_string() })
}

/// A file that counts and hashes what is written to it.
struct Hashed {
    file: File,
    hash: blake3::Hasher,
    bytes: u64,
}

impl Write for Hashed {
    fn write(&mut self, buffer: &[u8]) -> std::io::Result<usize> {
        let written = self.file.write(buffer)?;
        self.hash.update(&buffer[..written]);
        self.bytes += written as u64;
        Ok(written)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        self.file.flush()
    }
}
