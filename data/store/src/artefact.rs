//! The files of trained models: a folder a version, immutable, visible only when complete.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::Path;

use crate::error::StoreError;

/// Largest folder that is read: a model of a shop fits many times.
const FOLDER_BYTES_MAX: u64 = 4 << 30;

/// Writes the files of a version under `models/<folder>`; they appear at once and survive power loss.
pub fn write(models: &Path, folder: &str, files: &[(String, Vec<u8>)]) -> Result<(), StoreError> {
    let (target, unfinished) = (models.join(folder), models.join(format!("{folder}.unfinished")));
    let wrap = |error: std::io::Error| StoreError::file(&target, &error);
    if unfinished.exists() {
        fs::remove_dir_all(&unfinished).map_err(wrap)?;
    }
    fs::create_dir_all(&unfinished).map_err(wrap)?;
    for (name, bytes) in files {
        let mut file = File::create(unfinished.join(name)).map_err(wrap)?;
        file.write_all(bytes).and_then(|()| file.sync_all()).map_err(wrap)?;
    }
    sync_folder(&unfinished).map_err(wrap)?;
    fs::rename(&unfinished, &target).map_err(wrap)?;
    sync_folder(models).map_err(wrap)
}

/// Reads the files of a version.
pub fn read(models: &Path, folder: &str) -> Result<Vec<(String, Vec<u8>)>, StoreError> {
    let target = models.join(folder);
    let wrap = |error: std::io::Error| StoreError::file(&target, &error);
    let mut files = Vec::new();
    let mut bytes_left = FOLDER_BYTES_MAX;
    for entry in fs::read_dir(&target).map_err(wrap)? {
        let entry = entry.map_err(wrap)?;
        let length = entry.metadata().map_err(wrap)?.len();
        bytes_left = bytes_left
            .checked_sub(length)
            .ok_or_else(|| StoreError::Corrupt(format!("`{}` holds more than 4 GiB", target.display())))?;
        files.push((entry.file_name().to_string_lossy().into_owned(), fs::read(entry.path()).map_err(wrap)?));
    }
    files.sort();
    Ok(files)
}

fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}
