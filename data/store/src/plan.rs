//! The tracking plan: events that the shop expects with their properties, and how often they came otherwise.

use mercat_model::{EventId, SourceId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::tx::Tx;
use crate::value::{Row, Value, id};

/// A property that the plan knows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PlannedProperty {
    /// Its name.
    pub name: String,
    /// `string`, `number`, `boolean`, `object` or `array`; empty for any.
    #[serde(default)]
    pub kind: String,
    /// Whether every event has it.
    #[serde(default)]
    pub required: bool,
}

/// An event that the shop expects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlannedEvent {
    /// Its name, as clients send it or as Mercat calls its kind.
    pub name: String,
    /// What it means.
    pub description: String,
    /// The properties it has.
    pub properties: Vec<PlannedProperty>,
    /// When the plan for it last changed.
    pub updated_at: Timestamp,
}

/// How often something was wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Days since 1970 in UTC.
    pub day: i64,
    /// Which source sent them.
    pub source_id: SourceId,
    /// The event's name.
    pub event: String,
    /// The property to blame; empty for the event itself.
    pub property: String,
    /// `unplanned`, `missing` or `type`.
    pub problem: String,
    /// How many events.
    pub events: i64,
    /// The latest of them.
    pub last_event_id: EventId,
    /// When the latest came in.
    pub last_at: Timestamp,
}

fn read(row: &Row<'_>) -> Result<PlannedEvent, StoreError> {
    Ok(PlannedEvent {
        name: row.text(0)?,
        description: row.text(1)?,
        properties: row.json(2)?,
        updated_at: row.time(3)?,
    })
}

/// The whole plan by name; the use case that changes it limits its size.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<PlannedEvent>, StoreError> {
    tx.query("SELECT name, description, properties, updated_at FROM planned_event ORDER BY name", &[], read)
}

/// Adds or replaces an expected event.
pub fn put(tx: &mut Tx<'_>, event: &PlannedEvent) -> Result<(), StoreError> {
    let properties = serde_json::to_string(&event.properties)?;
    tx.execute(
        "INSERT INTO planned_event (name, description, properties, updated_at) VALUES ($1, $2, $3, $4) \
         ON CONFLICT (name) DO UPDATE SET description = excluded.description, \
           properties = excluded.properties, updated_at = excluded.updated_at",
        &[
            event.name.as_str().into(),
            event.description.as_str().into(),
            Value::Text(properties),
            event.updated_at.into(),
        ],
    )?;
    Ok(())
}

/// Takes an event out of the plan; false when it was not in it.
pub fn remove(tx: &mut Tx<'_>, name: &str) -> Result<bool, StoreError> {
    Ok(tx.execute("DELETE FROM planned_event WHERE name = $1", &[name.into()])? > 0)
}

/// Adds to the counts.
pub fn count(tx: &mut Tx<'_>, violations: &[Violation]) -> Result<(), StoreError> {
    for one in violations {
        tx.execute(
            "INSERT INTO plan_violation (day, source_id, event, property, problem, events, last_event_id, last_at) \
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8) \
             ON CONFLICT (day, source_id, event, property, problem) DO UPDATE SET \
               events = plan_violation.events + excluded.events, \
               last_event_id = excluded.last_event_id, last_at = excluded.last_at",
            &[
                one.day.into(),
                id(one.source_id),
                one.event.as_str().into(),
                one.property.as_str().into(),
                one.problem.as_str().into(),
                one.events.into(),
                id(one.last_event_id),
                one.last_at.into(),
            ],
        )?;
    }
    Ok(())
}

/// The counts since a day, latest first, at most `limit`.
pub fn violations(tx: &mut Tx<'_>, since_day: i64, limit: i64) -> Result<Vec<Violation>, StoreError> {
    tx.query(
        "SELECT day, source_id, event, property, problem, events, last_event_id, last_at FROM plan_violation \
         WHERE day >= $1 ORDER BY last_at DESC, event, property, problem, source_id LIMIT $2",
        &[since_day.into(), limit.into()],
        |row| {
            Ok(Violation {
                day: row.int(0)?,
                source_id: row.id(1)?,
                event: row.text(2)?,
                property: row.text(3)?,
                problem: row.text(4)?,
                events: row.int(5)?,
                last_event_id: row.id(6)?,
                last_at: row.time(7)?,
            })
        },
    )
}

/// Forgets counts before a day.
pub fn forget_violations(tx: &mut Tx<'_>, before_day: i64) -> Result<(), StoreError> {
    tx.execute("DELETE FROM plan_violation WHERE day < $1", &[before_day.into()])?;
    Ok(())
}
