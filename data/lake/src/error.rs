//! Every error of the lake: which file, what is wrong with it, and what to do next.

use std::path::{Path, PathBuf};

/// Every error of the lake.
#[derive(Debug, thiserror::Error)]
pub enum LakeError {
    /// The disk refused.
    #[error(
        "`{path}` of the lake can't be used: {source}; check the disk's space and rights, then try again"
    )]
    Io {
        /// Which file or folder.
        path: PathBuf,
        /// What the system said.
        source: std::io::Error,
    },
    /// The manifest is not what a lake wrote.
    #[error(
        "the lake's manifest `{path}` can't be read: {message}; put the file of the last backup back, the events after it are still in the log"
    )]
    Manifest {
        /// Where it is.
        path: PathBuf,
        /// What is wrong.
        message: String,
    },
    /// A file of the lake is damaged.
    #[error(
        "`{path}` of the lake is damaged: {message}; run `mercat lake check`, then put this file of the last backup back"
    )]
    Damaged {
        /// Which file.
        path: PathBuf,
        /// What is wrong.
        message: String,
    },
    /// A file that a snapshot names was erased or cleaned away since.
    #[error("`{path}` of the lake is gone: take a new snapshot and try again")]
    Gone {
        /// Which file.
        path: PathBuf,
    },
    /// A newer program wrote it.
    #[error(
        "`{path}` of the lake has schema {found}, and this program rewrites up to {known}: use the newer program"
    )]
    Newer {
        /// Which file.
        path: PathBuf,
        /// Its schema.
        found: u32,
        /// Ours.
        known: u32,
    },
    /// Someone else sealed in between, or events were left out.
    #[error("a seal from offset `{given}` is refused, the lake is at `{sealed}`: read the log from there")]
    Offset {
        /// Where the lake is.
        sealed: u64,
        /// Where the seal began.
        given: u64,
    },
    /// The seal's own numbers do not fit.
    #[error(
        "a seal of `{events}` events from offset `{first}` to `{next}` does not add up: one event an offset, at most {max} at a time"
    )]
    Seal {
        /// Events given.
        events: usize,
        /// First offset.
        first: u64,
        /// Next offset.
        next: u64,
        /// How many one seal takes.
        max: usize,
    },
    /// Too much would have to be held in memory.
    #[error("`{rows}` rows {what}, and a scan holds at most {max} of them in memory: {advice}")]
    TooMany {
        /// How many.
        rows: usize,
        /// Of what.
        what: &'static str,
        /// The limit.
        max: usize,
        /// What to do.
        advice: &'static str,
    },
    /// A value can't be written.
    #[error("an event can't be written to the lake: {0}")]
    Encode(String),
    /// A thread ended before its work.
    #[error("a thread of the scan ended unexpectedly: try again")]
    Thread,
}

impl LakeError {
    /// A closure that names the file of an IO error.
    pub(crate) fn io(path: &Path) -> impl FnOnce(std::io::Error) -> LakeError {
        let path = path.to_path_buf();
        move |source| LakeError::Io { path, source }
    }

    /// A closure that names the file that can't be decoded.
    pub(crate) fn damaged<E: std::fmt::Display>(path: &Path) -> impl FnOnce(E) -> LakeError {
        let path = path.to_path_buf();
        move |message| LakeError::Damaged { path, message: message.to_string() }
    }
}
