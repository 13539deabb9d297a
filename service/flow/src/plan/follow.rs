//! Follows the event log and counts what breaks the tracking plan; counts and offset in one transaction.
//!
//! Only events of sources are measured: Mercat's own and imported ones were never promised to anybody.

use std::collections::{BTreeMap, HashMap};

use mercat_model::time::DAY_US;
use mercat_model::{Event, SourceId};
use mercat_store::plan::{self, PlannedEvent, Violation};
use mercat_store::{StoreError, Tx, follower};
use serde_json::Value;

use crate::error::FlowError;
use crate::shop::Shop;

/// The follower's name.
pub(crate) const NAME: &str = "plan";

/// Events of one step.
const EVENTS_A_STEP: usize = 10_000;

/// Different violations of one step; a client that makes names up must not fill the store.
const VIOLATIONS_A_STEP: usize = 200;

/// Days that counts are kept.
const DAYS_KEPT: i64 = 30;

/// One step: how many events were taken. Blocks: call it on a thread of its own.
pub fn follow_plan(shop: &Shop) -> Result<u64, FlowError> {
    let offset =
        shop.store.read_blocking("plan.offset", |tx| Ok::<_, FlowError>(follower::next_offset(tx, NAME)?))?;
    let events = shop.log.read_blocking(offset, EVENTS_A_STEP)?;
    let Some((last, _)) = events.last() else { return Ok(0) };
    let (next, taken) = (last + 1, events.len() as u64);
    shop.store.write_blocking("plan.follow", move |tx| {
        if follower::next_offset(tx, NAME)? != offset {
            return Ok(0);
        }
        count(tx, &events)?;
        follower::set_next_offset(tx, NAME, next)?;
        Ok(taken)
    })
}

fn count(tx: &mut Tx<'_>, events: &[(u64, Event)]) -> Result<(), StoreError> {
    let plan: HashMap<String, PlannedEvent> =
        plan::all(tx)?.into_iter().map(|event| (event.name.clone(), event)).collect();
    // Without a plan nothing is expected, so nothing is wrong.
    if plan.is_empty() {
        return Ok(());
    }
    let mut found: BTreeMap<(i64, SourceId, String, String, &str), Violation> = BTreeMap::new();
    for (_, event) in events {
        let Some(source_id) = event.source_id else { continue };
        let name = event.kind.as_str();
        for (property, problem) in problems(event, plan.get(name)) {
            let day = event.received_at.as_micros().div_euclid(DAY_US);
            let key = (day, source_id, name.to_owned(), property.to_owned(), problem);
            if found.len() >= VIOLATIONS_A_STEP && !found.contains_key(&key) {
                continue;
            }
            let one = found.entry(key).or_insert_with(|| Violation {
                day,
                source_id,
                event: name.to_owned(),
                property: property.to_owned(),
                problem: problem.to_owned(),
                events: 0,
                last_event_id: event.id,
                last_at: event.received_at,
            });
            one.events += 1;
            (one.last_event_id, one.last_at) = (event.id, event.received_at);
        }
    }
    let violations: Vec<Violation> = found.into_values().collect();
    if let Some(newest) = violations.iter().map(|one| one.day).max() {
        plan::forget_violations(tx, newest - DAYS_KEPT)?;
    }
    plan::count(tx, &violations)
}

/// What an event lacks or has otherwise: property and problem.
fn problems<'a>(event: &Event, planned: Option<&'a PlannedEvent>) -> Vec<(&'a str, &'static str)> {
    let Some(planned) = planned else { return vec![("", "unplanned")] };
    let problem = |property: &'a mercat_store::plan::PlannedProperty| {
        let value = event.properties.get(&property.name);
        let problem = match value {
            None if property.required => Some("missing"),
            Some(value) if !property.kind.is_empty() && kind_of(value) != property.kind => Some("type"),
            _ => None,
        };
        problem.map(|problem| (property.name.as_str(), problem))
    };
    planned.properties.iter().filter_map(problem).collect()
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "boolean",
        Value::Number(_) => "number",
        Value::String(_) => "string",
        Value::Array(_) => "array",
        Value::Object(_) => "object",
    }
}
