//! What comes in right now, for those who set a client up: the newest events of the log, and what was refused here.

use mercat_model::{Event, SourceId};

use crate::collect::Refused;
use crate::error::FlowError;
use crate::shop::Shop;

/// Events of an answer.
pub const ARRIVALS_MAX: usize = 100;

/// Events of the log that are looked through for those of one source.
const LOOKED_AT: u64 = 5_000;

/// The newest events and refusals, latest first.
#[derive(Debug, Clone, PartialEq)]
pub struct Arrivals {
    /// Events with their offsets.
    pub events: Vec<(u64, Event)>,
    /// What was refused by this server.
    pub refused: Vec<Refused>,
}

/// The newest of one source, or of all sources; imports and the shop's own events have none and are left out.
pub async fn latest_arrivals(shop: &Shop, source_id: Option<SourceId>) -> Result<Arrivals, FlowError> {
    let head = shop.log.head().await?;
    let mut from = head.saturating_sub(LOOKED_AT);
    let mut events = Vec::new();
    while from < head {
        let read = match shop.log.read(from, LOOKED_AT as usize).await {
            // What was trimmed is older than any client that is being set up.
            Err(mercat_eventlog::LogError::Trimmed { first }) => {
                from = first;
                continue;
            }
            read => read?,
        };
        let Some((last, _)) = read.last() else { break };
        from = last + 1;
        let is_wanted = |(_, event): &(u64, Event)| match source_id {
            Some(wanted) => event.source_id == Some(wanted),
            None => event.source_id.is_some(),
        };
        events.extend(read.into_iter().filter(is_wanted));
    }
    events.reverse();
    events.truncate(ARRIVALS_MAX);
    Ok(Arrivals { events, refused: shop.refusals.latest(source_id) })
}
