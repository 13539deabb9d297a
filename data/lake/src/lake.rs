//! The handle: opening a folder, the manifest in force, and snapshots of it.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError};

use crate::error::LakeError;
use crate::folder;
use crate::manifest::Manifest;
use crate::read::Footers;

/// A lake in a folder. Share one among threads; other processes may have the same folder open.
pub struct Lake {
    root: PathBuf,
    current: Mutex<Arc<Manifest>>,
    footers: Arc<Footers>,
}

/// The lake at one moment: what is sealed, compacted or retired later does not change what it gives.
///
/// Take it first, then read the log from its [`Snapshot::sealed_offset`] on: then every event is in one of them.
/// Use it within ten minutes ([`crate::RETIRED_KEPT_SECONDS`]).
#[derive(Clone)]
pub struct Snapshot {
    pub(crate) root: PathBuf,
    pub(crate) manifest: Arc<Manifest>,
    pub(crate) footers: Arc<Footers>,
}

impl Lake {
    /// Opens the lake in a folder, making the folder as needed, and ends what a crash left half done.
    ///
    /// # Errors
    /// When the folder can't be written, or its manifest is damaged or of another format.
    pub fn open(root: &Path) -> Result<Self, LakeError> {
        folder::make(root)?;
        // Without the lock another writer is alive and at work; it ends its change itself.
        let lock = folder::try_lock(root)?;
        let manifest = Manifest::read(root)?;
        if lock.is_some() {
            folder::settle(root, &manifest)?;
        }
        let current = Mutex::new(Arc::new(manifest));
        Ok(Lake { root: root.to_path_buf(), current, footers: Arc::default() })
    }

    /// Its folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// The manifest in force. Cost: 40 bytes are read; all of it only after a change by another process.
    ///
    /// # Errors
    /// When it can't be read.
    pub fn manifest(&self) -> Result<Arc<Manifest>, LakeError> {
        let on_disk = Manifest::version_on_disk(&self.root)?;
        let mut current = self.current.lock().unwrap_or_else(PoisonError::into_inner);
        if on_disk != Some(current.version) {
            *current = Arc::new(Manifest::read(&self.root)?);
        }
        Ok(Arc::clone(&current))
    }

    /// The offset of the log from which on events are not in the lake.
    ///
    /// # Errors
    /// When the manifest can't be read.
    pub fn sealed_offset(&self) -> Result<u64, LakeError> {
        Ok(self.manifest()?.sealed_offset)
    }

    /// The lake as it is now, for reading.
    ///
    /// # Errors
    /// When the manifest can't be read.
    pub fn snapshot(&self) -> Result<Snapshot, LakeError> {
        let manifest = self.manifest()?;
        Ok(Snapshot { root: self.root.clone(), manifest, footers: Arc::clone(&self.footers) })
    }

    /// The footers known.
    pub(crate) fn footers(&self) -> &Footers {
        &self.footers
    }

    /// Takes the manifest that this process has just committed.
    pub(crate) fn adopt(&self, manifest: Arc<Manifest>) {
        *self.current.lock().unwrap_or_else(PoisonError::into_inner) = manifest;
    }
}

impl Snapshot {
    /// The offset of the log from which on events are not in this snapshot.
    pub fn sealed_offset(&self) -> u64 {
        self.manifest.sealed_offset
    }

    /// What it consists of.
    pub fn manifest(&self) -> &Manifest {
        &self.manifest
    }
}
