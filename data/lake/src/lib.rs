//! Sealed events as open Parquet files that anyone can read: month × bucket of the person, sorted by person and
//! time. Keeps each event exactly once; never decides what an event means and never reads a clock.
//!
//! The folder:
//!
//! ```text
//! manifest.json                                  which files count, and the log's offset after them
//! events/month=2026-11/bucket=03/v….parquet      the files
//! _staging/                                      files that no manifest names yet
//! _retired/                                      replaced files, for readers who began before
//! lock                                           held by a writer
//! ```
//!
//! A tool that reads `events/**/*.parquet` never sees an uncommitted file; for the moment of a compaction's moves it
//! may see some events twice or not at all. Whoever needs the exact set reads the list in the manifest.

mod check;
mod clean;
mod compact;
mod decode;
mod encode;
mod erase;
mod error;
mod events;
mod fault;
mod folder;
mod lake;
mod manifest;
mod place;
mod read;
mod scan;
mod schema;
mod seal;
mod write;

pub use check::{CheckReport, Problem};
pub use clean::RETIRED_KEPT_SECONDS;
pub use compact::{COMPACT_ROWS_MAX, Compacted, SMALL_FILES_MAX};
pub use erase::{Erased, People};
pub use error::LakeError;
pub use events::TimeRange;
pub use lake::{Lake, Snapshot};
pub use manifest::{LakeFile, Manifest, Retired};
pub use place::{BUCKETS, Place};
pub use scan::{Identity, Scan, Unmerged};
pub use schema::SCHEMA_VERSION;
pub use seal::{SEAL_EVENTS_MAX, Seal, Sealed};
