//! Wishes of people to be forgotten, and the rows that name a person.

use mercat_model::{ErasureId, MemberId, Timestamp};
use serde::{Deserialize, Serialize};

use crate::error::StoreError;
use crate::page::{Conditions, List, ListParts, Page, Sort, list};
use crate::tx::Tx;
use crate::value::{Row, Value, id};

/// What an erasure did and what a scan found afterwards.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ErasureReport {
    /// Rows of the store that are gone.
    pub rows: u64,
    /// Orders and returns that name nobody any more.
    pub unlinked: u64,
    /// Events of the log that are gone.
    pub log_events: u64,
    /// Events of the lake that are gone.
    pub lake_events: u64,
    /// Places where the person was still found: tables, `log` or `lake`. Empty when nothing is left.
    pub found: Vec<String>,
}

/// A wish to be forgotten.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Erasure {
    /// Its id.
    pub id: ErasureId,
    /// Whose it is, until it is finished.
    pub member_id: Option<MemberId>,
    /// The visitors that they were, until it is finished.
    pub anonymous_ids: Vec<String>,
    /// When it was asked for.
    pub requested_at: Timestamp,
    /// When it was done.
    pub finished_at: Option<Timestamp>,
    /// What was done.
    pub report: ErasureReport,
}

const COLUMNS: &str = "e.member_id, e.anonymous_ids, e.requested_at, e.finished_at, e.report";

fn read(row: &Row<'_>, first: usize) -> Result<Erasure, StoreError> {
    Ok(Erasure {
        id: row.id(first)?,
        member_id: row.opt_id(first + 1)?,
        anonymous_ids: row.json(first + 2)?,
        requested_at: row.time(first + 3)?,
        finished_at: row.opt_time(first + 4)?,
        report: row.json(first + 5)?,
    })
}

/// Adds a wish or writes how far it has come.
pub fn put(tx: &mut Tx<'_>, erasure: &Erasure) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO erasure (id, member_id, anonymous_ids, requested_at, finished_at, report) \
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (id) DO UPDATE SET member_id = excluded.member_id, \
           anonymous_ids = excluded.anonymous_ids, finished_at = excluded.finished_at, \
           report = excluded.report",
        &[
            id(erasure.id),
            crate::value::opt_id(erasure.member_id),
            Value::Text(serde_json::to_string(&erasure.anonymous_ids)?),
            erasure.requested_at.into(),
            erasure.finished_at.into(),
            Value::Text(serde_json::to_string(&erasure.report)?),
        ],
    )?;
    Ok(())
}

/// The oldest wish that is not done.
pub fn oldest_open(tx: &mut Tx<'_>) -> Result<Option<Erasure>, StoreError> {
    let sql = format!(
        "SELECT e.id, {COLUMNS} FROM erasure e WHERE e.finished_at IS NULL ORDER BY e.requested_at, e.id LIMIT 1"
    );
    tx.query_opt(&sql, &[], |row| read(row, 0))
}

/// A wish by its id.
pub fn by_id(tx: &mut Tx<'_>, erasure: ErasureId) -> Result<Option<Erasure>, StoreError> {
    let sql = format!("SELECT e.id, {COLUMNS} FROM erasure e WHERE e.id = $1");
    tx.query_opt(&sql, &[id(erasure)], |row| read(row, 0))
}

/// A page of wishes, latest first.
pub fn page(tx: &mut Tx<'_>, page: &Page) -> Result<List<Erasure>, StoreError> {
    let sort = Sort { key: "e.requested_at", is_text: false, id: "e.id", descending: true };
    let parts = ListParts { columns: COLUMNS, from: "erasure e", sort: &sort, page };
    list(tx, &parts, Conditions::default(), |row| read(row, 1))
}

/// Removes every row of a member and unlinks what the books must keep: rows that went, rows that were unlinked.
pub fn remove_member(tx: &mut Tx<'_>, member: MemberId) -> Result<(u64, u64), StoreError> {
    let key = [id(member)];
    let text = Value::Text(member.to_string());
    let pattern = Value::Text(format!("%{member}%"));
    let mut unlinked = 0;
    for sql in [
        "UPDATE orders SET member_id = NULL WHERE member_id = $1",
        "UPDATE returns SET member_id = NULL WHERE member_id = $1",
    ] {
        unlinked += tx.execute(sql, &key)?;
    }
    let mut rows = 0;
    for sql in [
        "DELETE FROM member_total WHERE member_id = $1",
        "DELETE FROM member_activity WHERE member_id = $1",
        "DELETE FROM identity_link WHERE member_id = $1",
        "DELETE FROM member_alias WHERE member_id = $1 OR into_id = $1",
        "DELETE FROM identity_merge WHERE member_id = $1",
        "DELETE FROM external_id WHERE kind = 'member' AND id = $1",
    ] {
        rows += tx.execute(sql, &key)?;
    }
    for sql in ["DELETE FROM identity_merge WHERE actor = $1", "DELETE FROM identity_change WHERE actor = $1"]
    {
        rows += tx.execute(sql, std::slice::from_ref(&text))?;
    }
    for sql in ["DELETE FROM idempotency_key WHERE answer LIKE $1", "DELETE FROM outbox WHERE body LIKE $1"] {
        rows += tx.execute(sql, std::slice::from_ref(&pattern))?;
    }
    rows += tx.execute("DELETE FROM member WHERE id = $1", &key)?;
    Ok((rows, unlinked))
}

/// Removes every row of a visitor.
pub fn remove_visitor(tx: &mut Tx<'_>, visitor: &str) -> Result<u64, StoreError> {
    let mut rows = 0;
    for sql in [
        "DELETE FROM visitor_activity WHERE anonymous_id = $1",
        "DELETE FROM identity_link WHERE anonymous_id = $1",
    ] {
        rows += tx.execute(sql, &[visitor.into()])?;
    }
    let actor = Value::Text(mercat_model::Actor::Visitor(visitor.to_owned()).to_string());
    for sql in ["DELETE FROM identity_merge WHERE actor = $1", "DELETE FROM identity_change WHERE actor = $1"]
    {
        rows += tx.execute(sql, std::slice::from_ref(&actor))?;
    }
    let quoted = serde_json::to_string(visitor)?;
    let pattern = Value::Text(format!("%\"anonymous_id\":{}%", quoted.replace(['%', '_'], "_")));
    rows += tx.execute("DELETE FROM outbox WHERE body LIKE $1", &[pattern])?;
    Ok(rows)
}
