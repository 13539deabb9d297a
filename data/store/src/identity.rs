//! Who is who: visitors that turned out to be members, members that turned out to be one, and what was said of it.
//!
//! Every change raises the version and names the actors whose person it changed.

use std::collections::{BTreeSet, HashMap};

use mercat_model::{Actor, EventId, MemberId, MergeId, SourceId, Timestamp};

use crate::error::StoreError;
use crate::page::{Conditions, List, ListParts, Page, Sort, list};
use crate::tx::Tx;
use crate::value::{Row, Value, id, opt_id};

/// Steps from a member to the one that stands for them; longer chains can't come about, since each merge goes to
/// the end of the chain.
const CHAIN_MAX: usize = 64;

/// Ids asked for in one statement.
const CHUNK: usize = 500;

/// What became of what was said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MergeOutcome {
    /// The actor is the member's now.
    Merged,
    /// The visitor belongs to another member already and stays theirs: a device of two people.
    Conflict,
    /// The two are one the other way round already.
    Cycle,
    /// Staff took it back; saying it again changes nothing.
    Undone,
}

impl MergeOutcome {
    /// The name as stored and sent.
    pub fn as_str(self) -> &'static str {
        match self {
            MergeOutcome::Merged => "merged",
            MergeOutcome::Conflict => "conflict",
            MergeOutcome::Cycle => "cycle",
            MergeOutcome::Undone => "undone",
        }
    }

    fn named(name: &str) -> Result<Self, StoreError> {
        let all = [MergeOutcome::Merged, MergeOutcome::Conflict, MergeOutcome::Cycle, MergeOutcome::Undone];
        all.into_iter()
            .find(|outcome| outcome.as_str() == name)
            .ok_or_else(|| StoreError::Corrupt(format!("`{name}` is no outcome of a merge")))
    }
}

/// Something that was said of who is who.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Merge {
    /// Its id.
    pub id: MergeId,
    /// Who was said to be the member.
    pub actor: Actor,
    /// Which member.
    pub member_id: MemberId,
    /// What became of it.
    pub outcome: MergeOutcome,
    /// The event that said it.
    pub event_id: EventId,
    /// Where that event came from.
    pub source_id: Option<SourceId>,
    /// When.
    pub merged_at: Timestamp,
    /// When staff took it back.
    pub undone_at: Option<Timestamp>,
}

const COLUMNS: &str = "i.actor, i.member_id, i.outcome, i.event_id, i.source_id, i.merged_at, i.undone_at";

fn read(row: &Row<'_>, first: usize) -> Result<Merge, StoreError> {
    Ok(Merge {
        id: row.id(first)?,
        actor: row
            .text(first + 1)?
            .parse()
            .map_err(|e: mercat_model::id::IdError| StoreError::Corrupt(e.to_string()))?,
        member_id: row.id(first + 2)?,
        outcome: MergeOutcome::named(&row.text(first + 3)?)?,
        event_id: row.id(first + 4)?,
        source_id: row.opt_id(first + 5)?,
        merged_at: row.time(first + 6)?,
        undone_at: row.opt_time(first + 7)?,
    })
}

/// The member that stands for a member: themselves, or the end of the chain of merges.
pub fn root(tx: &mut Tx<'_>, member: MemberId) -> Result<MemberId, StoreError> {
    let mut at = member;
    for _ in 0..CHAIN_MAX {
        let sql = "SELECT into_id FROM member_alias WHERE member_id = $1";
        match tx.query_opt(sql, &[id(at)], |row| row.id(0))? {
            Some(next) => at = next,
            None => break,
        }
    }
    Ok(at)
}

/// Every merge of members, from one to the next.
pub fn aliases(tx: &mut Tx<'_>) -> Result<HashMap<MemberId, MemberId>, StoreError> {
    let mut found = HashMap::new();
    tx.for_each("SELECT member_id, into_id FROM member_alias", &[], |row| {
        found.insert(row.id(0)?, row.id(1)?);
        Ok(())
    })?;
    Ok(found)
}

/// The members that visitors were linked to, as it was said: ask [`root`] or [`aliases`] who stands for them.
pub fn links(tx: &mut Tx<'_>, visitors: &[String]) -> Result<HashMap<String, MemberId>, StoreError> {
    let mut found = HashMap::new();
    for chunk in visitors.chunks(CHUNK) {
        let mut conditions = Conditions::default();
        conditions.add_any("anonymous_id", chunk.iter().map(|visitor| Value::from(visitor.as_str())));
        let sql = format!("SELECT anonymous_id, member_id FROM identity_link{}", conditions.sql());
        tx.for_each(&sql, &conditions.values, |row| {
            found.insert(row.text(0)?, row.id(1)?);
            Ok(())
        })?;
    }
    Ok(found)
}

/// The visitors of a member, as they were linked to them and not to one merged into them.
pub fn visitors_of(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<String>, StoreError> {
    let sql = "SELECT anonymous_id FROM identity_link WHERE member_id = $1 ORDER BY anonymous_id";
    tx.query(sql, &[id(member)], |row| row.text(0))
}

/// The members that were merged into one, directly.
pub fn merged_into(tx: &mut Tx<'_>, member: MemberId) -> Result<Vec<MemberId>, StoreError> {
    let sql = "SELECT member_id FROM member_alias WHERE into_id = $1 ORDER BY member_id";
    tx.query(sql, &[id(member)], |row| row.id(0))
}

/// How many changes there were.
pub fn version(tx: &mut Tx<'_>) -> Result<u64, StoreError> {
    let found = tx.query_opt("SELECT version FROM identity_head", &[], |row| row.int(0))?;
    Ok(found.unwrap_or(0) as u64)
}

/// Actors whose person changed after a version.
pub fn changed_after(tx: &mut Tx<'_>, version: u64) -> Result<Vec<Actor>, StoreError> {
    let sql = "SELECT DISTINCT actor FROM identity_change WHERE version > $1";
    let texts = tx.query(sql, &[(version as i64).into()], |row| row.text(0))?;
    let parse = |text: String| {
        text.parse().map_err(|e: mercat_model::id::IdError| StoreError::Corrupt(e.to_string()))
    };
    texts.into_iter().map(parse).collect()
}

/// Forgets the actors of changes up to a version that every file of the lake knows.
pub fn forget_changes(tx: &mut Tx<'_>, upto: u64) -> Result<(), StoreError> {
    tx.execute("DELETE FROM identity_change WHERE version <= $1", &[(upto as i64).into()])?;
    Ok(())
}

fn change(tx: &mut Tx<'_>, actors: &BTreeSet<Actor>) -> Result<(), StoreError> {
    let version = tx.query_one(
        "INSERT INTO identity_head (one, version) VALUES (1, 1) \
         ON CONFLICT (one) DO UPDATE SET version = identity_head.version + 1 RETURNING version",
        &[],
        |row| row.int(0),
    )?;
    for actor in actors {
        tx.execute(
            "INSERT INTO identity_change (version, actor) VALUES ($1, $2)",
            &[version.into(), Value::Text(actor.to_string())],
        )?;
    }
    Ok(())
}

/// What was said of an actor and a member before.
pub fn said_before(tx: &mut Tx<'_>, actor: &Actor, member: MemberId) -> Result<Option<Merge>, StoreError> {
    let sql = format!("SELECT i.id, {COLUMNS} FROM identity_merge i WHERE i.actor = $1 AND i.member_id = $2");
    tx.query_opt(&sql, &[Value::Text(actor.to_string()), id(member)], |row| read(row, 0))
}

/// Keeps what was said, and where it counts ([`MergeOutcome::Merged`]) makes it so.
pub fn merge(tx: &mut Tx<'_>, merge: &Merge) -> Result<(), StoreError> {
    tx.execute(
        "INSERT INTO identity_merge (id, actor, member_id, outcome, event_id, source_id, merged_at, undone_at) \
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)",
        &[
            id(merge.id),
            Value::Text(merge.actor.to_string()),
            id(merge.member_id),
            merge.outcome.as_str().into(),
            id(merge.event_id),
            opt_id(merge.source_id),
            merge.merged_at.into(),
            merge.undone_at.into(),
        ],
    )?;
    if merge.outcome != MergeOutcome::Merged {
        return Ok(());
    }
    let into = root(tx, merge.member_id)?;
    let mut changed = BTreeSet::from([merge.actor.clone(), Actor::Member(into)]);
    match &merge.actor {
        Actor::Visitor(visitor) => {
            tx.execute(
                "INSERT INTO identity_link (anonymous_id, member_id, merge_id) VALUES ($1, $2, $3)",
                &[visitor.as_str().into(), id(merge.member_id), id(merge.id)],
            )?;
        }
        Actor::Member(member) => {
            let from = root(tx, *member)?;
            changed.insert(Actor::Member(from));
            tx.execute(
                "INSERT INTO member_alias (member_id, into_id, merge_id) VALUES ($1, $2, $3)",
                &[id(from), id(into), id(merge.id)],
            )?;
        }
    }
    change(tx, &changed)
}

/// A merge by its id.
pub fn by_id(tx: &mut Tx<'_>, merge: MergeId) -> Result<Option<Merge>, StoreError> {
    let sql = format!("SELECT i.id, {COLUMNS} FROM identity_merge i WHERE i.id = $1");
    tx.query_opt(&sql, &[id(merge)], |row| read(row, 0))
}

/// Takes a merge back: the actor stands for themselves again. Everyone on the chain may hold events of theirs.
pub fn undo(tx: &mut Tx<'_>, merge: &Merge, now: Timestamp) -> Result<(), StoreError> {
    let mut changed = BTreeSet::from([merge.actor.clone(), Actor::Member(merge.member_id)]);
    changed.insert(Actor::Member(root(tx, merge.member_id)?));
    let from = "SELECT member_id, into_id FROM member_alias WHERE merge_id = $1";
    if let Some((from, into)) = tx.query_opt(from, &[id(merge.id)], |row| Ok((row.id(0)?, row.id(1)?)))? {
        changed.insert(Actor::Member(from));
        let mut at: MemberId = into;
        for _ in 0..CHAIN_MAX {
            changed.insert(Actor::Member(at));
            let sql = "SELECT into_id FROM member_alias WHERE member_id = $1";
            match tx.query_opt(sql, &[id(at)], |row| row.id(0))? {
                Some(next) => at = next,
                None => break,
            }
        }
    }
    tx.execute("DELETE FROM identity_link WHERE merge_id = $1", &[id(merge.id)])?;
    tx.execute("DELETE FROM member_alias WHERE merge_id = $1", &[id(merge.id)])?;
    tx.execute(
        "UPDATE identity_merge SET outcome = $2, undone_at = $3 WHERE id = $1",
        &[id(merge.id), MergeOutcome::Undone.as_str().into(), now.into()],
    )?;
    change(tx, &changed)
}

/// Which merges a list shows.
#[derive(Debug, Clone, Default)]
pub struct MergeFilter {
    /// Those of a member.
    pub member_id: Option<MemberId>,
    /// Those with this outcome.
    pub outcome: Option<MergeOutcome>,
}

/// A page of what was said, latest first.
pub fn page(tx: &mut Tx<'_>, filter: &MergeFilter, page: &Page) -> Result<List<Merge>, StoreError> {
    let mut conditions = Conditions::default();
    if let Some(member) = filter.member_id {
        let actor = Actor::Member(member).to_string();
        conditions.add("(i.member_id = ? OR i.actor = ?)", [id(member), actor.into()]);
    }
    if let Some(outcome) = filter.outcome {
        conditions.add("i.outcome = ?", [outcome.as_str().into()]);
    }
    let sort = Sort { key: "i.merged_at", is_text: false, id: "i.id", descending: true };
    let parts = ListParts { columns: COLUMNS, from: "identity_merge i", sort: &sort, page };
    list(tx, &parts, conditions, |row| read(row, 1))
}
