//! The shop as use cases see it: the handles of the data layer and the live state.

use std::path::PathBuf;
use std::sync::Arc;

use arc_swap::ArcSwapOption;
use mercat_cache::{Counters, Memo};
use mercat_eventlog::EventLog;
use mercat_lake::Lake;
use mercat_model::{Currency, ModelVersionId};
use mercat_recommend::Recommendations;
use mercat_store::Store;
use tokio::sync::Semaphore;

use crate::collect::{GoodsMemo, PageViewsHeld, PeopleMemo, RefusalsLive};
use crate::report::scan::SCANS_MAX;
use crate::source::KeyMemo;

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
    /// Sealed events.
    pub lake: Lake,
    /// Counters.
    pub counters: Counters,
    /// The folder of trained models.
    pub models: PathBuf,
    /// What clients were refused lately.
    pub refusals: RefusalsLive,
    /// Members behind clients' user ids.
    pub people_memo: PeopleMemo,
    pub(crate) page_views: PageViewsHeld,
    pub(crate) goods_memo: GoodsMemo,
    pub(crate) keys_memo: KeyMemo,
    pub(crate) currency_memo: Memo<&'static str, Currency>,
    pub(crate) storefront_key: Memo<&'static str, String>,
    pub(crate) live_model: ArcSwapOption<LiveModel>,
    pub(crate) password_hashes: Semaphore,
    pub(crate) scans: Semaphore,
}

impl Shop {
    /// A shop over opened handles, without a model until one is loaded.
    pub fn new(store: Store, log: EventLog, lake: Lake, models: PathBuf) -> Self {
        Shop {
            store,
            log,
            lake,
            counters: Counters::default(),
            models,
            refusals: RefusalsLive::default(),
            people_memo: PeopleMemo::default(),
            page_views: PageViewsHeld::default(),
            goods_memo: GoodsMemo::default(),
            keys_memo: KeyMemo::default(),
            currency_memo: Memo::new(2),
            storefront_key: Memo::new(2),
            live_model: ArcSwapOption::empty(),
            password_hashes: Semaphore::new(PASSWORD_HASHES_MAX),
            scans: Semaphore::new(SCANS_MAX),
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
