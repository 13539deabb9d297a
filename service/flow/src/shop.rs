//! The shop as use cases see it: the handles of the data layer and the live state.

use std::path::PathBuf;
use std::sync::Arc;

use arc_swap::ArcSwapOption;
use mercat_cache::Counters;
use mercat_eventlog::EventLog;
use mercat_model::ModelVersionId;
use mercat_recommend::Recommendations;
use mercat_store::Store;
use tokio::sync::Semaphore;

/// Password hashes computed at once: each takes 19 MiB and a core for some ten milliseconds.
const PASSWORD_HASHES_MAX: usize = 2;

/// A model that serves.
pub struct LiveModel {
    /// Which version.
    pub id: ModelVersionId,
    /// What it answers with.
    pub recommendations: Recommendations,
}

/// Handles and live state; shared by every caller.
pub struct Shop {
    /// Transactional rows.
    pub store: Store,
    /// Events.
    pub log: EventLog,
    /// Counters.
    pub counters: Counters,
    /// The folder of trained models.
    pub models: PathBuf,
    pub(crate) live_model: ArcSwapOption<LiveModel>,
    pub(crate) password_hashes: Semaphore,
}

impl Shop {
    /// A shop over opened handles, without a model until one is loaded.
    pub fn new(store: Store, log: EventLog, models: PathBuf) -> Self {
        Shop {
            store,
            log,
            counters: Counters::default(),
            models,
            live_model: ArcSwapOption::empty(),
            password_hashes: Semaphore::new(PASSWORD_HASHES_MAX),
        }
    }

    /// The model that serves, if one is loaded.
    pub fn live_model(&self) -> Option<Arc<LiveModel>> {
        self.live_model.load_full()
    }

    /// Finishes what is queued and closes the handles.
    pub fn close(self) {
        self.store.close();
        self.log.close();
    }
}
