//! What was refused lately, for those who set a client up. Kept in the process: it is no fact about the shop.

use std::collections::VecDeque;
use std::sync::{Mutex, PoisonError};

use mercat_model::{SourceId, Timestamp};

use crate::collect::Rejected;

/// Refusals that are kept.
const REFUSALS_MAX: usize = 200;

/// Refusals that one batch adds; more would only push the others out.
const REFUSALS_A_BATCH: usize = 10;

/// One refusal.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refused {
    /// When.
    pub at: Timestamp,
    /// Whose event; none when the write key was unknown.
    pub source_id: Option<SourceId>,
    /// The position in its batch.
    pub index: usize,
    /// The field to blame, where one is.
    pub field: Option<String>,
    /// What is wrong and what would be right.
    pub reason: String,
}

/// The latest refusals of this process.
#[derive(Debug, Default)]
pub struct RefusalsLive(Mutex<VecDeque<Refused>>);

impl RefusalsLive {
    /// Adds what a batch was refused.
    pub fn add(&self, at: Timestamp, source_id: Option<SourceId>, rejected: &[Rejected]) {
        if rejected.is_empty() {
            return;
        }
        let mut held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        for one in rejected.iter().take(REFUSALS_A_BATCH) {
            if held.len() >= REFUSALS_MAX {
                held.pop_front();
            }
            let (field, reason) = (one.field.clone(), one.reason.clone());
            held.push_back(Refused { at, source_id, index: one.index, field, reason });
        }
    }

    /// The latest first, of one source or of all.
    pub fn latest(&self, source_id: Option<SourceId>) -> Vec<Refused> {
        let held = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let wanted = |one: &&Refused| source_id.is_none() || one.source_id == source_id;
        held.iter().rev().filter(wanted).cloned().collect()
    }
}
