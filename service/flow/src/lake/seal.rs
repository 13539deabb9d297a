//! Moves events from the log into the lake, exactly once: files and offset are one step of the lake.
//!
//! The lake never overtakes a follower of the log. So a backup can keep every follower's offset, and the log can be
//! trimmed to what is sealed.

use mercat_lake::{SEAL_EVENTS_MAX, Seal};
use mercat_model::{Event, Timestamp};

use crate::error::FlowError;
use crate::identity::load_people;
use crate::lake::holds_lease;
use crate::lake::trim::slowest_follower;
use crate::shop::Shop;

/// Events read from the log at once.
const EVENTS_A_READ: usize = 10_000;

/// When it is worth a seal: each writes a file a bucket, and small files cost every later scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SealPace {
    /// Events from which on it is.
    pub events_min: u64,
    /// Seconds after which the first waiting event is sealed however few wait with it.
    pub age_seconds_max: i64,
}

impl Default for SealPace {
    fn default() -> Self {
        SealPace { events_min: 50_000, age_seconds_max: 600 }
    }
}

/// One step: how many offsets were sealed; 0 when too few wait or another server does it. Blocks: call it on a thread
/// of its own.
pub fn seal(shop: &Shop, pace: SealPace, holder: &str, now: Timestamp) -> Result<u64, FlowError> {
    let first_offset = shop.lake.sealed_offset()?;
    let upto = slowest_follower(shop)?;
    let waiting = upto.saturating_sub(first_offset);
    if waiting == 0 || !is_due(shop, first_offset, waiting, pace, now)? || !holds_lease(shop, holder, now)? {
        return Ok(0);
    }
    let mut events: Vec<Event> = Vec::new();
    let mut next_offset = first_offset;
    while next_offset < upto && events.len() < SEAL_EVENTS_MAX {
        let room = (SEAL_EVENTS_MAX - events.len()).min(EVENTS_A_READ);
        let read = shop.log.read_blocking(next_offset, room)?;
        let Some((last, _)) = read.last() else {
            next_offset = upto;
            break;
        };
        // A row of the log may give more than was asked for.
        let end = (last + 1).min(upto);
        for (at, event) in read {
            if at < end && events.len() < SEAL_EVENTS_MAX {
                events.push(event);
                next_offset = at + 1;
            }
        }
        if events.len() < SEAL_EVENTS_MAX {
            next_offset = end;
        }
    }
    let people = load_people(shop, events.iter())?;
    // Every visitor of these events was asked for at once, so nothing can fail while they are sealed.
    let identity_version = mercat_lake::Identity::version(&people);
    let range = Seal { first_offset, next_offset, events, identity_version };
    shop.lake.seal(range, &|event| people.person_of(event))?;
    Ok(next_offset - first_offset)
}

fn is_due(
    shop: &Shop,
    first_offset: u64,
    waiting: u64,
    pace: SealPace,
    now: Timestamp,
) -> Result<bool, FlowError> {
    if waiting >= pace.events_min {
        return Ok(true);
    }
    let oldest = shop.log.read_blocking(first_offset, 1)?;
    let oldest = oldest.first().map(|(_, event)| event.received_at);
    Ok(oldest.is_none_or(|at| at.plus_seconds(pace.age_seconds_max) <= now))
}
