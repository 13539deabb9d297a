//! Shops to measure: in a folder of their own, on either engine.

use std::path::Path;

use mercat_eventlog::EventLog;
use mercat_flow::{Call, Entropy, Shop};
use mercat_lake::Lake;
use mercat_store::Store;

/// An embedded shop in a folder.
pub(crate) fn sqlite(folder: &Path) -> anyhow::Result<Shop> {
    let store = Store::open_sqlite(&folder.join("shop.sqlite"))?;
    let log = EventLog::open_sqlite(&folder.join("events.sqlite"))?;
    Ok(Shop::new(store, log, Lake::open(&folder.join("lake"))?, folder.join("models")))
}

/// A shop in a PostgreSQL database.
pub(crate) fn postgres(url: &str, folder: &Path) -> anyhow::Result<Shop> {
    let (store, log) = (Store::open_postgres(url)?, EventLog::open_postgres(url)?);
    Ok(Shop::new(store, log, Lake::open(&folder.join("lake"))?, folder.join("models")))
}

/// A call; measurements need no secrets.
pub(crate) fn call() -> Call {
    Call { now: jiff::Timestamp::now().into(), entropy: Entropy::new([7; 32]), locale: None }
}
