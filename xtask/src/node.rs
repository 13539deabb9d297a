//! Node and npm: the version that is needed, and installing a folder's packages when its lock changed.

use std::ffi::OsString;
use std::path::Path;

use crate::{Result, run, stamp};

/// Vite 8 and the pinned packages need this release of Node 20.
const NODE_MIN: (u32, u32) = (20, 19);

/// Checks that Node is there and new enough.
pub(crate) fn check(root: &Path) -> Result {
    let (major, minor) = NODE_MIN;
    let install = format!("install Node {major}.{minor} or newer, with npm, from https://nodejs.org/");
    let version = run::captured(run::command(OsString::from("node"), root, &["--version"]))
        .map_err(|error| format!("{error}; {install}"))?;
    match parsed(&version) {
        Some(found) if found >= NODE_MIN => Ok(()),
        _ => Err(format!("node is `{}`; {install}", version.trim())),
    }
}

/// Runs `npm ci` in a folder unless `node_modules` was installed from the same lock file.
pub(crate) fn install(folder: &Path) -> Result {
    let wanted = stamp::of_file(&folder.join("package-lock.json"))?;
    // Inside node_modules, so that deleting the folder also deletes the claim that it is up to date.
    let record = folder.join("node_modules").join(".mercat-lock-stamp");
    if std::fs::read_to_string(&record).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    npm(folder, &["ci", "--no-audit", "--no-fund"])?;
    std::fs::write(&record, wanted).map_err(|error| format!("cannot write `{}`: {error}", record.display()))
}

/// Runs npm in a folder with its output visible.
pub(crate) fn npm(folder: &Path, arguments: &[&str]) -> Result {
    run::visible(run::command(run::npm(), folder, arguments))
}

/// Major and minor of `v20.19.0`.
fn parsed(version: &str) -> Option<(u32, u32)> {
    let mut parts = version.trim().strip_prefix('v')?.split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_version_is_read() {
        for (version, expect) in
            [("v20.20.2\n", Some((20, 20))), ("v9.0.0", Some((9, 0))), ("20.1", None), ("", None)]
        {
            assert_eq!(parsed(version), expect, "of `{version}`");
        }
    }
}
