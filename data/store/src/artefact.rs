//! The files of trained models: a folder a version, immutable, visible only when complete.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Component, Path, PathBuf};

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

/// The names of a version's files, sorted; none when its folder is not there.
pub fn names(models: &Path, folder: &str) -> Result<Option<Vec<String>>, StoreError> {
    let target = models.join(folder);
    let wrap = |error: std::io::Error| StoreError::file(&target, &error);
    if !target.is_dir() {
        return Ok(None);
    }
    let mut names = Vec::new();
    for entry in fs::read_dir(&target).map_err(wrap)? {
        names.push(entry.map_err(wrap)?.file_name().to_string_lossy().into_owned());
    }
    names.sort();
    Ok(Some(names))
}

/// Opens a file of a version, for what is too large to be read whole.
pub fn open(models: &Path, folder: &str, name: &str) -> Result<File, StoreError> {
    let path = models.join(folder).join(name);
    File::open(&path).map_err(|error| StoreError::file(&path, &error))
}

/// A version whose files come piece by piece; they appear at once when it is finished.
pub struct Unfinished {
    models: PathBuf,
    folder: String,
    file: Option<File>,
}

impl Unfinished {
    /// Begins the version `models/<folder>`; what an earlier attempt left is thrown away.
    pub fn begin(models: &Path, folder: &str) -> Result<Self, StoreError> {
        if !is_plain(folder) {
            return Err(StoreError::Corrupt(format!("`{folder}` is not the name of a folder")));
        }
        let unfinished = Unfinished { models: models.to_owned(), folder: folder.to_owned(), file: None };
        let path = unfinished.path();
        let wrap = |error: std::io::Error| StoreError::file(&path, &error);
        if path.exists() {
            fs::remove_dir_all(&path).map_err(wrap)?;
        }
        fs::create_dir_all(&path).map_err(wrap)?;
        Ok(unfinished)
    }

    /// Ends the file before, if there is one, and begins the next.
    pub fn file(&mut self, name: &str) -> Result<(), StoreError> {
        if !is_plain(name) {
            return Err(StoreError::Corrupt(format!("`{name}` is not the name of a file")));
        }
        self.end_file()?;
        let path = self.path().join(name);
        self.file = Some(File::create(&path).map_err(|error| StoreError::file(&path, &error))?);
        Ok(())
    }

    /// Adds bytes to the file.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), StoreError> {
        let path = self.path();
        match &mut self.file {
            Some(file) => file.write_all(bytes).map_err(|error| StoreError::file(&path, &error)),
            None => Ok(()),
        }
    }

    /// Lets the version appear; it survives power loss then.
    pub fn finish(mut self) -> Result<(), StoreError> {
        self.end_file()?;
        let (path, target) = (self.path(), self.models.join(&self.folder));
        let moved = sync_folder(&path).and_then(|()| fs::rename(&path, &target));
        moved.and_then(|()| sync_folder(&self.models)).map_err(|error| StoreError::file(&target, &error))
    }

    fn end_file(&mut self) -> Result<(), StoreError> {
        let path = self.path();
        match self.file.take() {
            Some(file) => file.sync_all().map_err(|error| StoreError::file(&path, &error)),
            None => Ok(()),
        }
    }

    fn path(&self) -> PathBuf {
        self.models.join(format!("{}.unfinished", self.folder))
    }
}

/// Whether a name stays within its folder.
fn is_plain(name: &str) -> bool {
    let mut parts = Path::new(name).components();
    matches!((parts.next(), parts.next()), (Some(Component::Normal(part)), None) if part == name)
}

fn sync_folder(folder: &Path) -> std::io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_stay_within_their_folder() {
        for name in ["manifest.json", "mdl_01"] {
            assert!(is_plain(name), "{name}");
        }
        for name in ["", ".", "..", "../x", "a/b", "/etc", "a/.."] {
            assert!(!is_plain(name), "{name}");
        }
    }

    #[test]
    fn a_version_that_comes_in_pieces_is_read_whole() {
        let folder = tempfile::tempdir().expect("a folder");
        let mut version = Unfinished::begin(folder.path(), "v1").expect("it begins");
        for (name, bytes) in [("a", b"12".as_slice()), ("b", b"3")] {
            version.file(name).expect("a file");
            bytes.iter().for_each(|byte| version.write(&[*byte]).expect("a piece"));
        }
        assert!(names(folder.path(), "v1").expect("a folder").is_none());
        version.finish().expect("it ends");
        let files = read(folder.path(), "v1").expect("it is there");
        assert_eq!(files, [("a".to_owned(), b"12".to_vec()), ("b".to_owned(), b"3".to_vec())]);
    }
}
