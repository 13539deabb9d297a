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

/// Entries that are kept a visitor: what becomes a member's when the visitor does.
pub const VISITOR_ACTIVITY_MAX: i64 = 50;

/// What a visitor did.
#[derive(Debug, Clone, PartialEq)]
pub struct VisitorActivity {
    /// The visitor's own id.
    pub anonymous_id: String,
    /// The event it came from.
    pub event_id: EventId,
    /// What kind of thing.
    pub kind: String,
    /// When.
    pub occurred_at: Timestamp,
    /// With what.
    pub body: ActivityBody,
}

const INSERT_VISITOR: Insert = Insert {
    table: "visitor_activity",
    columns: &["anonymous_id", "occurred_at", "event_id", "kind", "body"],
    on_conflict: "ON CONFLICT (anonymous_id, occurred_at, event_id) DO NOTHING",
};

/// Adds entries of visitors; those already there stay.
pub fn insert_visitors(tx: &mut Tx<'_>, entries: &[VisitorActivity]) -> Result<(), StoreError> {
    let mut values = Vec::with_capacity(entries.len() * INSERT_VISITOR.columns.len());
    for entry in entries {
        values.extend([
            entry.anonymous_id.as_str().into(),
            entry.occurred_at.into(),
            id(entry.event_id),
            entry.kind.as_str().into(),
            Value::Text(serde_json::to_string(&entry.body)?),
        ]);
    }
    tx.insert_many(&INSERT_VISITOR, &values)?;
    Ok(())
}

/// Drops what lies beyond the latest [`VISITOR_ACTIVITY_MAX`] entries of a visitor.
pub fn trim_visitor(tx: &mut Tx<'_>, visitor: &str) -> Result<(), StoreError> {
    let oldest_kept = tx.query_opt(
        "SELECT occurred_at FROM visitor_activity WHERE anonymous_id = $1 \
         ORDER BY occurred_at DESC LIMIT 1 OFFSET $2",
        &[visitor.into(), (VISITOR_ACTIVITY_MAX - 1).into()],
        |row| row.int(0),
    )?;
    if let Some(time) = oldest_kept {
        tx.execute(
            "DELETE FROM visitor_activity WHERE anonymous_id = $1 AND occurred_at < $2",
            &[visitor.into(), time.into()],
        )?;
    }
    Ok(())
}

/// Drops entries of visitors before a time, at most so many: how many went.
pub fn forget_visitors(tx: &mut Tx<'_>, before: Timestamp, limit: i64) -> Result<u64, StoreError> {
    let newest = tx.query_opt(
        "SELECT occurred_at FROM visitor_activity WHERE occurred_at < $1 \
         ORDER BY occurred_at LIMIT 1 OFFSET $2",
        &[before.into(), limit.into()],
        |row| row.time(0),
    )?;
    let upto = newest.unwrap_or(before);
    tx.execute("DELETE FROM visitor_activity WHERE occurred_at < $1", &[upto.into()])
}

/// Gives what a visitor did to the member they turned out to be; it stays the visitor's as well.
pub fn join_visitor(tx: &mut Tx<'_>, visitor: &str, member: MemberId) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO member_activity (member_id, occurred_at, event_id, kind, body) \
         SELECT $2, occurred_at, event_id, kind, body FROM visitor_activity WHERE anonymous_id = $1 \
         ON CONFLICT (member_id, occurred_at, event_id) DO NOTHING",
        &[visitor.into(), id(member)],
    )?;
    Ok(())
}

/// Takes what a visitor did from a member whom they turned out not to be.
pub fn part_visitor(tx: &mut Tx<'_>, visitor: &str, member: MemberId) -> Result<(), StoreError> {
    tx.execute(
        "DELETE FROM member_activity WHERE member_id = $2 AND event_id IN \
         (SELECT event_id FROM visitor_activity WHERE anonymous_id = $1)",
        &[visitor.into(), id(member)],
    )?;
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
