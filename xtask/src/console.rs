//! The console's build: when it is due, and the stamp that says so.
//!
//! `dist/.stamp` holds the hash of the sources that the build was made from. It is written only after a
//! build, because the server's build script watches it to embed the new files.

use std::path::{Path, PathBuf};

use crate::{Result, node, stamp};

/// The console's folder.
pub(crate) fn folder(root: &Path) -> PathBuf {
    root.join("interface").join("console")
}

/// Builds the console if its sources changed since the last build.
pub(crate) fn build_if_changed(root: &Path) -> Result {
    let console = folder(root);
    let wanted = stamp::of_folders(&[console.clone(), root.join("interface").join("locales")])?;
    let dist = console.join("dist");
    let record = dist.join(".stamp");
    let built = std::fs::read_to_string(&record).is_ok_and(|built| built == wanted);
    if built && dist.join("index.html").is_file() {
        println!("    the console is up to date");
        return Ok(());
    }
    node::install(&console)?;
    node::npm(&console, &["run", "build"])?;
    std::fs::write(&record, wanted).map_err(|error| format!("cannot write `{}`: {error}", record.display()))
}
