//! What members did lately: a bounded history a member, kept by a follower of the event log.

use mercat_model::{EventId, MemberId, Money, ProductId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::page::{Conditions, List, ListParts, Page, Sort, list};
use crate::tx::{Insert, Tx};
use crate::value::{Row, Value, id};

/// Entries that are kept a member: what a profile shows and a personal answer needs.
pub const ACTIVITY_MAX: i64 = 500;

/// Products that one entry names.
pub const ACTIVITY_PRODUCTS_MAX: usize = 50;

/// One thing a member did.
#[derive(Debug, Clone, PartialEq)]
pub struct Activity {
    /// Who.
    pub member_id: MemberId,
    /// The event it came from.
    pub event_id: EventId,
    /// What kind of thing.
    pub kind: String,
    /// When.
    pub occurred_at: Timestamp,
    /// With what.
    pub body: ActivityBody,
}

/// The details of an entry.
#[derive(Debug, Clone, PartialEq, Default, Serialize, Deserialize)]
pub struct ActivityBody {
    /// The goods, at most [`ACTIVITY_PRODUCTS_MAX`].
    #[serde(default)]
    pub products: Vec<ProductId>,
    /// What it was worth.
    #[serde(default)]
    pub value: Option<Money>,
    /// Anything else.
    #[serde(default)]
    pub properties: Vec<(String, String)>,
}

const INSERT: Insert = Insert {
    table: "member_activity",
    columns: &["member_id", "occurred_at", "event_id", "kind", "body"],
    on_conflict: "ON CONFLICT (member_id, occurred_at, event_id) DO NOTHING",
};

/// Adds entries; those already there stay.
pub fn insert_many(tx: &mut Tx<'_>, entries: &[Activity]) -> Result<(), StoreError> {
    let mut values = Vec::with_capacity(entries.len() * INSERT.columns.len());
    for entry in entries {
        values.extend([
            id(entry.member_id),
            entry.occurred_at.into(),
            id(entry.event_id),
            entry.kind.as_str().into(),
            Value::Text(serde_json::to_string(&entry.body)?),
        ]);
    }
    tx.insert_many(&INSERT, &values)?;
    Ok(())
}

/// Drops what lies beyond the latest [`ACTIVITY_MAX`] entries of a member.
pub fn trim(tx: &mut Tx<'_>, member: MemberId) -> Result<(), StoreError> {
    let oldest_kept = tx.query_opt(
        "SELECT occurred_at FROM member_activity WHERE member_id = $1 \
         ORDER BY occurred_at DESC LIMIT 1 OFFSET $2",
        &[id(member), (ACTIVITY_MAX - 1).into()],
        |row| row.int(0),
    )?;
    if let Some(time) = oldest_kept {
        tx.execute(
            "DELETE FROM member_activity WHERE member_id = $1 AND occurred_at < $2",
            &[id(member), time.into()],
        )?;
    }
    Ok(())
}

const COLUMNS: &str = "a.member_id, a.event_id, a.kind, a.occurred_at, a.body";

fn read(row: &Row<'_>, first: usize) -> Result<Activity, StoreError> {
    Ok(Activity {
        member_id: row.id(first)?,
        event_id: row.id(first + 1)?,
        kind: row.text(first + 2)?,
        occurred_at: row.time(first + 3)?,
        body: row.json(first + 4)?,
    })
}

/// A page of a member's entries, latest first.
pub fn page(tx: &mut Tx<'_>, member: MemberId, page: &Page) -> Result<List<Activity>, StoreError> {
    let mut conditions = Conditions::default();
    conditions.add("a.member_id = ?", [id(member)]);
    let sort = Sort { key: "a.occurred_at", is_text: false, id: "a.event_id", descending: true };
    let parts = ListParts { columns: COLUMNS, from: "member_activity a", sort: &sort, page };
    list(tx, &parts, conditions, |row| read(row, 2))
}
