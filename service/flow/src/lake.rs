//! Sealing the event log into the lake, keeping the lake's files few, and trimming what the log need not keep.

mod check;
mod compact;
mod seal;
mod trim;

pub use check::check_lake;
pub use compact::compact_lake;
pub use mercat_lake::{CheckReport, Problem};
pub use seal::{SealPace, seal};
pub use trim::{Lag, follower_lags, trim_log};

use mercat_model::Timestamp;
use mercat_store::lease;

use crate::error::FlowError;
use crate::shop::Shop;

/// How long a server may seal and compact before another one does: many times a step.
const LEASE_SECONDS: i64 = 60;

/// The lease of those who write into the lake. The lake itself refuses a second writer; the lease spares the work.
const LEASE: &str = "lake";

/// Whether this server is the one that writes into the lake.
fn holds_lease(shop: &Shop, holder: &str, now: Timestamp) -> Result<bool, FlowError> {
    let holder = holder.to_owned();
    let lease = shop.store.write_blocking("lake.lease", move |tx| {
        Ok::<_, FlowError>(lease::take(tx, LEASE, &holder, now, LEASE_SECONDS)?)
    })?;
    Ok(lease.is_some())
}

/// Gives the lease back, so that another server need not wait for it to run out.
pub fn release_lake(shop: &Shop, holder: &str) -> Result<(), FlowError> {
    let holder = holder.to_owned();
    shop.store
        .write_blocking("lake.release", move |tx| Ok::<_, FlowError>(lease::release(tx, LEASE, &holder)?))
}
