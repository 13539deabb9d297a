//! Trims the log to what is neither sealed nor needed to recognise repeated messages, and tells how far each follower
//! is behind.

use mercat_eventlog::SEEN_DAYS;
use mercat_model::Timestamp;
use mercat_model::time::DAY_US;
use mercat_store::follower;

use crate::error::FlowError;
use crate::shop::Shop;
use crate::{activity, identity, plan};

/// Followers of the log, by name; the lake waits for each of them.
const FOLLOWERS: [&str; 3] = [activity::FOLLOWER, identity::FOLLOWER, plan::FOLLOWER];

/// How far a follower is behind.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lag {
    /// Its name; `lake` is the sealing.
    pub follower: &'static str,
    /// Events of the log that it has not taken.
    pub events: u64,
}

/// The offset up to which every follower has come.
pub(super) fn slowest_follower(shop: &Shop) -> Result<u64, FlowError> {
    Ok(offsets(shop)?.into_iter().map(|(_, offset)| offset).min().unwrap_or_default())
}

fn offsets(shop: &Shop) -> Result<Vec<(&'static str, u64)>, FlowError> {
    shop.store.read_blocking("follower.offsets", |tx| {
        let offsets = FOLLOWERS.iter().map(|name| Ok((*name, follower::next_offset(tx, name)?)));
        offsets.collect::<Result<Vec<_>, FlowError>>()
    })
}

/// How far each follower and the sealing are behind the head of the log. Blocks.
pub fn follower_lags(shop: &Shop) -> Result<Vec<Lag>, FlowError> {
    let head = shop.log.head_blocking()?;
    let mut all = offsets(shop)?;
    all.push(("lake", shop.lake.sealed_offset()?));
    let lag = |(follower, offset): (&'static str, u64)| Lag { follower, events: head.saturating_sub(offset) };
    Ok(all.into_iter().map(lag).collect())
}

/// Removes what is sealed and older than repeated messages are recognised: how many events. Blocks.
pub fn trim_log(shop: &Shop, now: Timestamp) -> Result<u64, FlowError> {
    let keep_since = now.plus_micros(-(SEEN_DAYS as i64) * DAY_US);
    Ok(shop.log.trim_blocking(shop.lake.sealed_offset()?, keep_since)?)
}
