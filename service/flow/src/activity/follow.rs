//! Follows the event log and keeps each member's recent history; events and offset in one transaction.

use std::collections::BTreeSet;

use mercat_model::Event;
use mercat_store::activity::{self, ACTIVITY_PRODUCTS_MAX, Activity, ActivityBody};
use mercat_store::follower;
use serde_json::Value;

use crate::error::FlowError;
use crate::shop::Shop;

/// The follower's name.
const NAME: &str = "activity";

/// Events of one step.
const EVENTS_A_STEP: usize = 5_000;

/// Properties that an entry keeps.
const PROPERTIES_MAX: usize = 20;

/// One step: how many events were taken. Blocks: call it on a thread of its own.
///
/// Two servers may step at once: the second finds the offset moved and does nothing.
pub fn follow_activity(shop: &Shop) -> Result<u64, FlowError> {
    let offset = shop
        .store
        .read_blocking("activity.offset", |tx| Ok::<_, FlowError>(follower::next_offset(tx, NAME)?))?;
    let events = shop.log.read_blocking(offset, EVENTS_A_STEP)?;
    let Some((last, _)) = events.last() else { return Ok(0) };
    let next = last + 1;
    let taken = events.len() as u64;
    let entries: Vec<Activity> = events.iter().filter_map(|(_, event)| entry(event)).collect();
    let members: BTreeSet<_> = entries.iter().map(|entry| entry.member_id).collect();
    shop.store.write_blocking("activity.follow", move |tx| {
        if follower::next_offset(tx, NAME)? != offset {
            return Ok(0);
        }
        activity::insert_many(tx, &entries)?;
        for member in &members {
            activity::trim(tx, *member)?;
        }
        follower::set_next_offset(tx, NAME, next)?;
        Ok(taken)
    })
}

fn entry(event: &Event) -> Option<Activity> {
    let properties = event.properties.iter().take(PROPERTIES_MAX);
    Some(Activity {
        member_id: event.member_id?,
        event_id: event.id,
        kind: event.kind.as_str().to_owned(),
        occurred_at: event.occurred_at,
        body: ActivityBody {
            products: event.items.iter().map(|item| item.product_id).take(ACTIVITY_PRODUCTS_MAX).collect(),
            value: event.value,
            properties: properties.map(|(name, value)| (name.clone(), text(value))).collect(),
        },
    })
}

/// A property as staff read it: texts as they are, everything else as JSON.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
