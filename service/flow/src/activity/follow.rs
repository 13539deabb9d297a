//! Follows the event log and keeps each member's and visitor's recent history; events and offset in one transaction.

use std::collections::{BTreeSet, HashMap};

use mercat_model::{Event, MemberId};
use mercat_store::activity::{self, ACTIVITY_PRODUCTS_MAX, Activity, ActivityBody, VisitorActivity};
use mercat_store::{follower, identity};
use serde_json::Value;

use crate::error::FlowError;
use crate::shop::Shop;

/// The follower's name.
pub(crate) const NAME: &str = "activity";

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
    let visitors: Vec<VisitorActivity> = events.iter().filter_map(|(_, event)| visit(event)).collect();
    let ids: BTreeSet<String> = visitors.iter().map(|entry| entry.anonymous_id.clone()).collect();
    let ids: Vec<String> = ids.into_iter().collect();
    shop.store.write_blocking("activity.follow", move |tx| {
        if follower::next_offset(tx, NAME)? != offset {
            return Ok(0);
        }
        let links = identity::links(tx, &ids)?;
        let mut roots = HashMap::new();
        let mut entries = Vec::new();
        for (_, event) in &events {
            let linked = event.anonymous_id.as_ref().and_then(|visitor| links.get(visitor).copied());
            let Some(member) = event.member_id.or(linked) else { continue };
            let person = match roots.get(&member) {
                Some(root) => *root,
                None => *roots.entry(member).or_insert(identity::root(tx, member)?),
            };
            entries.push(entry(event, person));
        }
        let members: BTreeSet<_> = entries.iter().map(|entry| entry.member_id).collect();
        activity::insert_many(tx, &entries)?;
        for member in members {
            activity::trim(tx, member)?;
        }
        activity::insert_visitors(tx, &visitors)?;
        for visitor in &ids {
            activity::trim_visitor(tx, visitor)?;
        }
        follower::set_next_offset(tx, NAME, next)?;
        Ok(taken)
    })
}

/// What a member did.
fn entry(event: &Event, member_id: MemberId) -> Activity {
    let (kind, occurred_at) = (event.kind.as_str().to_owned(), event.occurred_at);
    Activity { member_id, event_id: event.id, kind, occurred_at, body: body(event) }
}

/// What a visitor did whom the event does not name as a member.
fn visit(event: &Event) -> Option<VisitorActivity> {
    let anonymous_id = event.anonymous_id.clone().filter(|_| event.member_id.is_none())?;
    let (kind, occurred_at) = (event.kind.as_str().to_owned(), event.occurred_at);
    Some(VisitorActivity { anonymous_id, event_id: event.id, kind, occurred_at, body: body(event) })
}

fn body(event: &Event) -> ActivityBody {
    let properties = event.properties.iter().take(PROPERTIES_MAX);
    ActivityBody {
        products: event.items.iter().map(|item| item.product_id).take(ACTIVITY_PRODUCTS_MAX).collect(),
        value: event.value,
        properties: properties.map(|(name, value)| (name.clone(), text(value))).collect(),
    }
}

/// A property as staff read it: texts as they are, everything else as JSON.
fn text(value: &Value) -> String {
    value.as_str().map_or_else(|| value.to_string(), str::to_owned)
}
