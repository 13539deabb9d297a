//! A whole shop in one file: written while the shop serves, restored into an empty one on either engine.
//!
//! The file is gzip of JSON lines: a header, the tables of the store, the events of the log, the numbers of
//! outbox rows that the log holds already, the files of the models, and a trailer with counts and the BLAKE3
//! hash of every line before it. Sessions of staff and leases are left out: they belong to running servers.
//!
//! **Why no event is lost or doubled.** An event that was written with a change stands in the outbox until the
//! relay has appended it to the log, and only then leaves the outbox.
//! 1. The tables are read in one snapshot, `S`. The log is read up to its head `H`, which is asked for after `S`
//!    was taken. An event that had left the outbox by `S` was appended before that, so it stands below `H`: none
//!    is lost. Had `H` been asked for first, events relayed between the two would stand in neither.
//! 2. An outbox row of `S` may stand below `H` too: the relay had appended it and not yet removed it, or appended
//!    it between `S` and `H`. Such a row is found by its event's id while the log is read, its number goes into
//!    the backup, and the restore leaves it out; otherwise the restored shop would relay it a second time, since
//!    the log knows the numbers of the last relayed batch only. The relay takes the lowest numbers first, so only
//!    the first rows of the outbox can be such rows, and their ids fit into memory.
//! 3. What is appended between `S` and `H`, which are milliseconds apart, is in the backup although its change is
//!    not: events tell what happened, and followers pass over what they do not know.
//!
//! Followers' offsets in `S` are not beyond `H`, and events get the same offsets again, because the log has no
//! gaps and is restored from its first event on.
//!
//! **Why a restore is whole or nothing.** The file is read through and its hash compared before anything is
//! written. Then a mark is set, the models and the log are filled, and the tables follow in one transaction that
//! also takes the mark away. A shop with the mark does not serve; a restore that was killed is finished by the
//! same command, since the log goes on at its head.

mod back_up;
mod format;
mod restore;
mod verify;

pub use back_up::{BackupReport, back_up};
pub use restore::{RestoreReport, check_restored, restore};

use crate::import::Continue;

/// How far a backup or a restore has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct BackupProgress {
    /// What is being done: `checking`, `rows`, `events` or `models`.
    pub stage: &'static str,
    /// Units done in this stage.
    pub done: u64,
    /// Units of this stage; 0 when unknown.
    pub total: u64,
}

/// Hears of progress, and may stop it.
pub type BackupWatch<'a> = dyn FnMut(BackupProgress) -> Continue + Send + 'a;
