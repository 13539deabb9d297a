//! The npm packages that the server embeds: how each is checked, when its build is due, and the stamp that says so.
//!
//! `dist/.stamp` holds the hash of the sources that the build was made from. It is written only after a
//! build, because the server's build script watches it to embed the new files.

use std::path::{Path, PathBuf};

use crate::{Result, node, stamp};

/// A package below `interface`.
pub(crate) struct Package {
    /// Its folder.
    pub(crate) name: &'static str,
    /// Other folders below `interface` that its build reads.
    reads: &'static [&'static str],
    /// A file that every build makes.
    makes: &'static str,
}

/// The pages of staff.
pub(crate) const CONSOLE: Package = Package { name: "console", reads: &["locales"], makes: "index.html" };

/// The script that sends what visitors do.
pub(crate) const TRACKER: Package = Package { name: "tracker", reads: &[], makes: "tracker.js" };

/// All that the server embeds.
pub(crate) const ALL: [Package; 2] = [CONSOLE, TRACKER];

impl Package {
    /// Its folder.
    pub(crate) fn folder(&self, root: &Path) -> PathBuf {
        root.join("interface").join(self.name)
    }

    /// Checks the types, runs the unit tests and builds.
    pub(crate) fn check(&self, root: &Path) -> Result {
        let folder = self.folder(root);
        node::install(&folder)?;
        node::npm(&folder, &["run", "typecheck"])?;
        node::npm(&folder, &["test"])?;
        self.build_if_changed(root)
    }

    /// Builds if the sources changed since the last build.
    pub(crate) fn build_if_changed(&self, root: &Path) -> Result {
        let folder = self.folder(root);
        let read = self.reads.iter().map(|other| root.join("interface").join(other));
        let sources: Vec<PathBuf> = std::iter::once(folder.clone()).chain(read).collect();
        let wanted = stamp::of_folders(&sources)?;
        let dist = folder.join("dist");
        let record = dist.join(".stamp");
        let built = std::fs::read_to_string(&record).is_ok_and(|built| built == wanted);
        if built && dist.join(self.makes).is_file() {
            println!("    the {} is up to date", self.name);
            return Ok(());
        }
        node::install(&folder)?;
        node::npm(&folder, &["run", "build"])?;
        std::fs::write(&record, wanted)
            .map_err(|error| format!("cannot write `{}`: {error}", record.display()))
    }
}
