//! The manifest: which files make up the lake, and up to which offset of the log. One JSON file, replaced as a
//! whole; a file that it does not name does not exist for a reader.

use std::fs;
use std::io::{ErrorKind, Read};
use std::path::Path;

use mercat_model::Timestamp;
use serde::{Deserialize, Serialize};

use crate::error::LakeError;
use crate::folder;
use crate::place::{BUCKETS, Place};

/// The manifest's file within the lake's folder.
pub(crate) const MANIFEST: &str = "manifest.json";

/// The layout of folders and manifest; another one is refused.
const FORMAT: u32 = 1;

/// Bytes at the start of the file that hold its version: `{"version":` and twenty digits.
const VERSION_BYTES: u64 = 40;

/// What the lake consists of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// Counts commits. The first field of the file, so that a reader sees a change without reading all of it.
    pub version: u64,
    /// The layout of folders and manifest.
    pub format: u32,
    /// Buckets a month.
    pub buckets: u16,
    /// The offset of the log from which on events are not in the lake yet.
    pub sealed_offset: u64,
    /// The files that hold every sealed event once, by path.
    pub files: Vec<LakeFile>,
    /// Files that others have replaced; still there for readers who began before.
    #[serde(default)]
    pub retired: Vec<Retired>,
    /// Paths of files whose people were erased; they are deleted as soon as the manifest says so.
    #[serde(default)]
    pub erased: Vec<String>,
}

/// One Parquet file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LakeFile {
    /// Relative to the lake's folder, with `/`.
    pub path: String,
    /// The UTC month of its events.
    pub month: String,
    /// The bucket of its people.
    pub bucket: u16,
    /// Events in it, at least one.
    pub rows: u64,
    /// Its length.
    pub bytes: u64,
    /// BLAKE3 of its bytes, in hexadecimal.
    pub blake3: String,
    /// The earliest event.
    pub occurred_min: Timestamp,
    /// The latest event.
    pub occurred_max: Timestamp,
    /// The log's offset from which on its events come.
    pub first_offset: u64,
    /// The offset before which they end; other files may hold events of the same offsets' range.
    pub next_offset: u64,
    /// The version of the identities by which its people were resolved.
    pub identity_version: u64,
    /// The version of its columns.
    pub schema_version: u32,
}

/// A file that is no longer part of the lake.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Retired {
    /// Where it was.
    pub path: String,
    /// Since when.
    pub at: Timestamp,
}

impl Manifest {
    /// The manifest of a lake without events.
    pub(crate) fn empty() -> Self {
        Manifest {
            version: 0,
            format: FORMAT,
            buckets: BUCKETS,
            sealed_offset: 0,
            files: Vec::new(),
            retired: Vec::new(),
            erased: Vec::new(),
        }
    }

    /// Reads the manifest of a lake; an empty one where none was written yet.
    pub(crate) fn read(root: &Path) -> Result<Self, LakeError> {
        let path = root.join(MANIFEST);
        let bytes = match fs::read(&path) {
            Ok(bytes) => bytes,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Self::empty()),
            Err(error) => return Err(LakeError::io(&path)(error)),
        };
        let wrong = |message: String| LakeError::Manifest { path: path.clone(), message };
        let manifest: Manifest = serde_json::from_slice(&bytes).map_err(|error| wrong(error.to_string()))?;
        if manifest.format != FORMAT || manifest.buckets != BUCKETS {
            let Manifest { format, buckets, .. } = manifest;
            return Err(wrong(format!(
                "it has format `{format}` with `{buckets}` buckets, not 1 with {BUCKETS}"
            )));
        }
        match manifest.files.iter().find(|file| !file.is_well_placed()) {
            Some(file) => Err(wrong(format!("`{}` is not a place for a file", file.path))),
            None => Ok(manifest),
        }
    }

    /// The version on disk, from the first bytes; 0 without a manifest, none when it is not there.
    pub(crate) fn version_on_disk(root: &Path) -> Result<Option<u64>, LakeError> {
        let path = root.join(MANIFEST);
        let file = match fs::File::open(&path) {
            Ok(file) => file,
            Err(error) if error.kind() == ErrorKind::NotFound => return Ok(Some(0)),
            Err(error) => return Err(LakeError::io(&path)(error)),
        };
        let mut head = String::new();
        if file.take(VERSION_BYTES).read_to_string(&mut head).is_err() {
            return Ok(None);
        }
        let digits = head.strip_prefix("{\"version\":").unwrap_or_default();
        let end = digits.find(|c: char| !c.is_ascii_digit()).unwrap_or(0);
        Ok(digits[..end].parse().ok())
    }

    /// Replaces the manifest on disk: the commit point of every change.
    pub(crate) fn write(&self, root: &Path) -> Result<(), LakeError> {
        let bytes = serde_json::to_vec(self).map_err(|error| LakeError::Encode(error.to_string()))?;
        folder::replace(&root.join(MANIFEST), &bytes)
    }
}

impl LakeFile {
    /// The partition it belongs to.
    pub fn place(&self) -> Place {
        Place { month: self.month.clone(), bucket: self.bucket }
    }

    /// The name without folders; no two files of a lake ever had the same.
    pub(crate) fn name(&self) -> &str {
        name_of(&self.path)
    }

    /// Whether the path is one that the lake makes: nothing outside its folder can be named.
    fn is_well_placed(&self) -> bool {
        let name = self.name();
        let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.'));
        let month = self.month.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
        plain && month && self.bucket < BUCKETS && self.path == format!("{}/{name}", self.place())
    }
}

/// The last part of a path.
pub(crate) fn name_of(path: &str) -> &str {
    path.rsplit_once('/').map_or(path, |(_, name)| name)
}
