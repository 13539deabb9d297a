//! The files that the rules look at: what git tracks, and what it would track.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::Result;

/// Folders that are never sources; only needed where there is no git to say so.
const NOT_SOURCES: &[&str] = &[".git", "target", "node_modules", "dist", "demo-data"];

/// Files are read whole up to this size; a larger one is a finding of its own.
pub(super) const TEXT_BYTES_MAX: u64 = 8 * 1024 * 1024;

/// One file of the repository.
pub(super) struct File {
    /// Relative to the root, with `/`.
    pub(super) path: String,
    pub(super) bytes: u64,
    /// None when it is not UTF-8 text or larger than [`TEXT_BYTES_MAX`].
    pub(super) text: Option<String>,
}

/// All files, sorted by path.
pub(super) struct Tree {
    pub(super) files: Vec<File>,
}

impl Tree {
    /// Reads the repository at a root: tracked files, and new ones that are not ignored.
    pub(super) fn read(root: &Path) -> Result<Self> {
        let mut paths = match listed_by_git(root) {
            Some(paths) => paths,
            None => {
                let mut paths = Vec::new();
                walk(root, &mut PathBuf::new(), &mut paths)?;
                paths
            }
        };
        paths.sort();
        paths.dedup();
        let mut files = Vec::new();
        for path in paths {
            let full = root.join(&path);
            // A tracked file may be deleted in the working tree; a link is checked where it points to.
            let Some(metadata) = std::fs::symlink_metadata(&full).ok().filter(std::fs::Metadata::is_file)
            else {
                continue;
            };
            let bytes = metadata.len();
            let text = if bytes <= TEXT_BYTES_MAX { std::fs::read(&full).ok().and_then(text) } else { None };
            files.push(File { path, bytes, text });
        }
        Ok(Self { files })
    }

    /// A made-up tree for tests.
    #[cfg(test)]
    pub(super) fn of(files: &[(&str, &str)]) -> Self {
        let file = |(path, text): &(&str, &str)| File {
            path: (*path).to_owned(),
            bytes: text.len() as u64,
            text: Some((*text).to_owned()),
        };
        Self { files: files.iter().map(file).collect() }
    }

    /// The text files with one of these extensions that people write: generated and built ones excluded.
    pub(super) fn sources<'a>(&'a self, extensions: &'a [&str]) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files.iter().filter_map(move |file| {
            let text = file.text.as_deref()?;
            let extension = file.path.rsplit_once('.')?.1;
            let wanted = extensions.contains(&extension) && !is_generated(&file.path);
            wanted.then_some((file.path.as_str(), text))
        })
    }
}

fn is_generated(path: &str) -> bool {
    path.ends_with("schema.d.ts") || path.split('/').any(|part| part == "dist" || part == "node_modules")
}

/// Text, unless it holds a NUL byte or is not UTF-8.
fn text(bytes: Vec<u8>) -> Option<String> {
    if bytes.contains(&0) { None } else { String::from_utf8(bytes).ok() }
}

fn listed_by_git(root: &Path) -> Option<Vec<String>> {
    let mut command = Command::new("git");
    command.current_dir(root).args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]);
    let output = command.output().ok().filter(|output| output.status.success())?;
    let names = String::from_utf8_lossy(&output.stdout).into_owned();
    Some(names.split('\0').filter(|name| !name.is_empty()).map(str::to_owned).collect())
}

/// Lists a copy of the repository that has no `.git`, such as a source archive.
fn walk(root: &Path, below: &mut PathBuf, paths: &mut Vec<String>) -> Result {
    let folder = root.join(&below);
    let unreadable = |error| format!("cannot list `{}`: {error}", folder.display());
    for entry in std::fs::read_dir(&folder).map_err(unreadable)? {
        let entry = entry.map_err(unreadable)?;
        let name = entry.file_name();
        if NOT_SOURCES.iter().any(|skipped| name == *skipped) {
            continue;
        }
        below.push(&name);
        if entry.path().is_dir() {
            walk(root, below, paths)?;
        } else {
            paths.push(below.to_string_lossy().replace('\\', "/"));
        }
        below.pop();
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sources_are_what_people_write() {
        let tree = Tree::of(&[
            ("a/src/lib.rs", ""),
            ("interface/console/src/api/schema.d.ts", ""),
            ("interface/console/dist/a.ts", ""),
            ("interface/console/src/a.ts", ""),
            ("README.md", ""),
        ]);
        let found: Vec<_> = tree.sources(&["rs", "ts"]).map(|(path, _)| path).collect();
        assert_eq!(found, ["a/src/lib.rs", "interface/console/src/a.ts"]);
    }

    #[test]
    fn binary_files_have_no_text() {
        assert_eq!(text(vec![b'a', 0]), None);
        assert_eq!(text(vec![0xff]), None);
        assert_eq!(text(b"a".to_vec()).as_deref(), Some("a"));
    }

    #[test]
    fn a_copy_without_git_lists_the_same_kind_of_files() {
        let folder = std::env::temp_dir().join(format!("mercat-tree-{}", std::process::id()));
        for path in ["src/a.rs", "target/b.rs", "x/node_modules/c.ts"] {
            let path = folder.join(path);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "").unwrap();
        }
        let mut paths = Vec::new();
        walk(&folder, &mut PathBuf::new(), &mut paths).unwrap();
        assert_eq!(paths, ["src/a.rs"]);
        std::fs::remove_dir_all(&folder).unwrap();
    }
}
