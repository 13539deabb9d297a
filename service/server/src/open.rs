//! Opens the shop: picks the backends that the configuration names.

use std::sync::Arc;

use anyhow::Context as _;
use mercat_eventlog::EventLog;
use mercat_flow::Shop;
use mercat_lake::Lake;
use mercat_store::Store;

use crate::config::Config;

/// Opens (or makes) the shop of a configuration.
pub(crate) fn open(config: &Config) -> anyhow::Result<Arc<Shop>> {
    let data = &config.data;
    std::fs::create_dir_all(data).with_context(|| format!("`{}` can't be made", data.display()))?;
    let (store, log) = match &config.store_url {
        Some(url) => (Store::open_postgres(url)?, EventLog::open_postgres(url)?),
        None => (
            Store::open_sqlite(&data.join("shop.sqlite"))?,
            EventLog::open_sqlite(&data.join("events.sqlite"))?,
        ),
    };
    let lake = Lake::open(&data.join("lake"))?;
    Ok(Arc::new(Shop::new(store, log, lake, data.join("models"))))
}

/// Closes the shop when nobody else holds it any more.
pub(crate) fn close(shop: Arc<Shop>) {
    match Arc::try_unwrap(shop) {
        Ok(shop) => shop.close(),
        Err(_) => tracing::warn!("the shop is still in use; its connections close with the program"),
    }
}
