//! The lake's folder: durable replacement, the writer's lock, and what a crash left over. Knows nothing of events.

use std::fs::{self, File};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

use crate::error::LakeError;
use crate::fault::{Step, at};
use crate::manifest::{LakeFile, Manifest, name_of};

/// Where files are written before the manifest names them.
pub(crate) const STAGING: &str = "_staging";
/// Where replaced files wait until readers who began before have ended.
pub(crate) const RETIRED: &str = "_retired";
/// The file that a writer locks.
const LOCK: &str = "lock";
/// Times a reader looks again for a file that a writer may be moving: staging → place → retired are two moves.
const LOOKS: usize = 3;

/// The writer's right, given back when dropped or when the process ends.
pub(crate) struct WriteLock {
    _file: File,
}

/// Makes the folders of a lake.
pub(crate) fn make(root: &Path) -> Result<(), LakeError> {
    for path in [root.to_path_buf(), root.join("events"), root.join(STAGING), root.join(RETIRED)] {
        fs::create_dir_all(&path).map_err(LakeError::io(&path))?;
    }
    Ok(())
}

/// Waits until no other writer, of this process or another, is at work.
pub(crate) fn lock(root: &Path) -> Result<WriteLock, LakeError> {
    let (path, file) = lock_file(root)?;
    file.lock().map_err(LakeError::io(&path))?;
    Ok(WriteLock { _file: file })
}

/// The lock, if no writer is at work.
pub(crate) fn try_lock(root: &Path) -> Result<Option<WriteLock>, LakeError> {
    let (path, file) = lock_file(root)?;
    match file.try_lock() {
        Ok(()) => Ok(Some(WriteLock { _file: file })),
        Err(fs::TryLockError::WouldBlock) => Ok(None),
        Err(fs::TryLockError::Error(error)) => Err(LakeError::io(&path)(error)),
    }
}

fn lock_file(root: &Path) -> Result<(PathBuf, File), LakeError> {
    let path = root.join(LOCK);
    let file = File::options().create(true).append(true).open(&path).map_err(LakeError::io(&path))?;
    Ok((path, file))
}

/// Replaces a file durably: a reader sees the old one or the new one, also after power loss.
pub(crate) fn replace(path: &Path, bytes: &[u8]) -> Result<(), LakeError> {
    let new = path.with_extension("json.new");
    let mut file = File::create(&new).map_err(LakeError::io(&new))?;
    file.write_all(bytes).map_err(LakeError::io(&new))?;
    file.sync_all().map_err(LakeError::io(&new))?;
    at(Step::ManifestWritten)?;
    fs::rename(&new, path).map_err(LakeError::io(path))?;
    sync_folder(path.parent().expect("a manifest lies in a folder"))
}

/// Makes renames within a folder durable.
pub(crate) fn sync_folder(path: &Path) -> Result<(), LakeError> {
    // Windows can't sync a folder, and journals its names by itself.
    if cfg!(unix) {
        let folder = File::open(path).map_err(LakeError::io(path))?;
        folder.sync_all().map_err(LakeError::io(path))?;
    }
    Ok(())
}

/// Makes the folder true to the manifest, whatever a crash left: files it names come to their place, replaced ones
/// leave it, erased ones and files of half a change are deleted. Only under the lock. Repeating it changes nothing.
pub(crate) fn settle(root: &Path, manifest: &Manifest) -> Result<(), LakeError> {
    for path in &manifest.erased {
        for old in [root.join(path), root.join(RETIRED).join(name_of(path))] {
            remove(&old)?;
        }
        at(Step::FileErased)?;
    }
    for retired in &manifest.retired {
        rename(&root.join(&retired.path), &root.join(RETIRED).join(name_of(&retired.path)))?;
        at(Step::FileRetired)?;
    }
    let staging = root.join(STAGING);
    let mut staged = names(&staging)?;
    for file in &manifest.files {
        if let Some(position) = staged.iter().position(|name| name == file.name()) {
            staged.swap_remove(position);
            rename(&staging.join(file.name()), &root.join(&file.path))?;
            at(Step::FilePlaced)?;
        }
    }
    for name in staged {
        remove(&staging.join(name))?;
    }
    Ok(())
}

/// Names of the files in a folder.
pub(crate) fn names(folder: &Path) -> Result<Vec<String>, LakeError> {
    let entries = fs::read_dir(folder).map_err(LakeError::io(folder))?;
    let name =
        |entry: std::io::Result<fs::DirEntry>| entry.map(|e| e.file_name().to_string_lossy().into_owned());
    entries.map(name).collect::<Result<_, _>>().map_err(LakeError::io(folder))
}

/// Moves a file, making the folder it goes to; a file that is not there was moved before.
fn rename(from: &Path, to: &Path) -> Result<(), LakeError> {
    let folder = to.parent().expect("a file of the lake lies in a folder");
    fs::create_dir_all(folder).map_err(LakeError::io(folder))?;
    match fs::rename(from, to) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(LakeError::io(from)(error)),
        _ => Ok(()),
    }
}

/// Deletes a file; one that is not there was deleted before.
pub(crate) fn remove(path: &Path) -> Result<(), LakeError> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != ErrorKind::NotFound => Err(LakeError::io(path)(error)),
        _ => Ok(()),
    }
}

/// Opens a file wherever a writer may just have it: at its place, staged, or retired.
pub(crate) fn open(root: &Path, file: &LakeFile) -> Result<File, LakeError> {
    let path = root.join(&file.path);
    for _ in 0..LOOKS {
        for path in [&path, &root.join(STAGING).join(file.name()), &root.join(RETIRED).join(file.name())] {
            match File::open(path) {
                Ok(file) => return Ok(file),
                Err(error) if error.kind() == ErrorKind::NotFound => {}
                Err(error) => return Err(LakeError::io(path)(error)),
            }
        }
    }
    Err(LakeError::Gone { path })
}
