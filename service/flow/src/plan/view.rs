//! The tracking plan and what came otherwise.

use std::collections::BTreeMap;

use mercat_model::time::DAY_US;
use mercat_model::{EventId, SourceId, Timestamp};
use mercat_store::plan::{self, PlannedEvent};

use crate::error::FlowError;
use crate::shop::Shop;

/// Days that the counts span.
const DAYS_SHOWN: i64 = 7;

/// Rows of counts that are read; the latest count.
const ROWS_MAX: i64 = 5_000;

/// What was wrong, over the last days.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViolationRow {
    /// Which source sent them.
    pub source_id: SourceId,
    /// The event's name.
    pub event: String,
    /// The property to blame; empty for the event itself.
    pub property: String,
    /// `unplanned`, `missing` or `type`.
    pub problem: String,
    /// How many events in the last seven days.
    pub events: i64,
    /// The latest of them.
    pub last_event_id: EventId,
    /// When the latest came in.
    pub last_at: Timestamp,
}

/// The plan with its violations.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanView {
    /// What is expected, by name.
    pub events: Vec<PlannedEvent>,
    /// What came otherwise, most frequent first.
    pub violations: Vec<ViolationRow>,
}

/// The plan, and what broke it in the last seven days.
pub async fn view_plan(shop: &Shop, now: Timestamp) -> Result<PlanView, FlowError> {
    let since = now.as_micros().div_euclid(DAY_US) - DAYS_SHOWN;
    shop.store
        .read("plan.view", move |tx| {
            let mut sums: BTreeMap<(SourceId, String, String, String), ViolationRow> = BTreeMap::new();
            for one in plan::violations(tx, since, ROWS_MAX)? {
                let key = (one.source_id, one.event.clone(), one.property.clone(), one.problem.clone());
                // The latest come first, so the first of a key tells its last event.
                let row = sums.entry(key).or_insert(ViolationRow {
                    source_id: one.source_id,
                    event: one.event,
                    property: one.property,
                    problem: one.problem,
                    events: 0,
                    last_event_id: one.last_event_id,
                    last_at: one.last_at,
                });
                row.events += one.events;
            }
            let mut violations: Vec<ViolationRow> = sums.into_values().collect();
            violations.sort_by_key(|row| std::cmp::Reverse(row.events));
            Ok::<_, FlowError>(PlanView { events: plan::all(tx)?, violations })
        })
        .await
}
