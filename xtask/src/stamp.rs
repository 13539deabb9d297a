//! A stamp of the content of files, to tell whether a build is older than its sources.
//!
//! FNV-1a with 64 bits (Fowler, Noll, Vo; offset basis and prime of the IETF draft). It notices change; it
//! is no protection against someone who forges a collision.

use std::path::{Path, PathBuf};

use crate::Result;

const OFFSET_BASIS: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Folders whose content is made from the sources, so it says nothing about them.
const MADE: &[&str] = &["node_modules", "dist", "coverage", ".vite"];

/// FNV-1a, fed piece by piece.
pub(crate) struct Fnv(u64);

impl Fnv {
    pub(crate) fn new() -> Self {
        Self(OFFSET_BASIS)
    }

    pub(crate) fn feed(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
    }

    pub(crate) fn finish(&self) -> String {
        format!("{:016x}", self.0)
    }
}

/// The stamp of every file below the folders: paths and contents, in a fixed order.
pub(crate) fn of_folders(folders: &[PathBuf]) -> Result<String> {
    let mut hash = Fnv::new();
    for folder in folders {
        let mut files = Vec::new();
        collect(folder, &mut files)?;
        files.sort();
        for file in files {
            let name = file.strip_prefix(folder).unwrap_or(&file).to_string_lossy().replace('\\', "/");
            let bytes = read(&file)?;
            // Lengths stand between the pieces, so that moving a byte from one to the next is noticed.
            hash.feed(&(name.len() as u64).to_le_bytes());
            hash.feed(name.as_bytes());
            hash.feed(&(bytes.len() as u64).to_le_bytes());
            hash.feed(&bytes);
        }
    }
    Ok(hash.finish())
}

/// The stamp of one file.
pub(crate) fn of_file(path: &Path) -> Result<String> {
    let mut hash = Fnv::new();
    hash.feed(&read(path)?);
    Ok(hash.finish())
}

fn read(path: &Path) -> Result<Vec<u8>> {
    std::fs::read(path).map_err(|error| format!("cannot read `{}`: {error}", path.display()))
}

fn collect(folder: &Path, files: &mut Vec<PathBuf>) -> Result {
    if !folder.is_dir() {
        return Ok(());
    }
    let unreadable = |error| format!("cannot list `{}`: {error}", folder.display());
    for entry in std::fs::read_dir(folder).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        if path.is_dir() {
            if !MADE.contains(&name.as_str()) {
                collect(&path, files)?;
            }
        } else if !name.ends_with(".tsbuildinfo") {
            files.push(path);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn published_test_vectors_hold() {
        for (input, expect) in
            [("", "cbf29ce484222325"), ("a", "af63dc4c8601ec8c"), ("foobar", "85944171f73967e8")]
        {
            let mut hash = Fnv::new();
            hash.feed(input.as_bytes());
            assert_eq!(hash.finish(), expect, "of `{input}`");
        }
    }

    #[test]
    fn the_stamp_follows_sources_and_ignores_what_is_made_from_them() {
        let folder = std::env::temp_dir().join(format!("mercat-stamp-{}", std::process::id()));
        let write = |name: &str, text: &str| {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, text).unwrap();
        };
        let stamp = || of_folders(std::slice::from_ref(&folder)).unwrap();

        write("src/a.ts", "1");
        let first = stamp();
        write("dist/a.js", "1");
        write("node_modules/b/index.js", "1");
        assert_eq!(stamp(), first, "made files are not sources");
        write("src/a.ts", "2");
        assert_ne!(stamp(), first, "a change is noticed");
        write("src/a.ts", "1");
        assert_eq!(stamp(), first, "only the content counts");
        std::fs::rename(folder.join("src/a.ts"), folder.join("src/b.ts")).unwrap();
        assert_ne!(stamp(), first, "a new name is a change");
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
