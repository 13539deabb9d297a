//! Forgets a person for good: profile and ids at once, events of log and lake soon after, then a scan proves that
//! nothing is left. Orders and returns stay for the books and name nobody.

use std::collections::BTreeSet;
use std::sync::Arc;

use mercat_lake::People;
use mercat_model::{Actor, ErasureId, Event, Id as _, MemberId, Timestamp};
use mercat_store::erasure::{self, Erasure, ErasureReport};
use mercat_store::page::{List, Page};
use mercat_store::{StoreError, Tx, Value, backup, identity, member};

use crate::call::Call;
use crate::collect::MEMBER_HOLD_SECONDS;
use crate::error::FlowError;
use crate::once::{Once, OnceAnswer, once};
use crate::setting::load;
use crate::shop::Shop;

/// How long after the wish events are erased: by then no server remembers the person's ids, and the followers have
/// seen their last events.
const WAIT_SECONDS: i64 = 2 * MEMBER_HOLD_SECONDS;

/// Members that were merged into one; a person with more is no person.
const MEMBERS_MAX: usize = 1_000;

/// Takes a wish: the profile goes now, the events when the job comes to it.
pub async fn request_erasure(
    shop: &Shop,
    id: MemberId,
    request: Once<Erasure>,
    call: &mut Call,
) -> Result<OnceAnswer, FlowError> {
    let now = call.now;
    let erasure_id = ErasureId::from_parts(now.id_ms(), call.entropy.bytes());
    let answer = once(shop, "identity.erase", request, now, move |tx| {
        let currency = load::settings(tx)?.currency;
        member::by_id(tx, id, currency)?.ok_or_else(|| FlowError::not_found("member", id))?;
        let members = person(tx, id)?;
        let mut anonymous_ids = BTreeSet::new();
        for member in &members {
            anonymous_ids.extend(identity::visitors_of(tx, *member)?);
        }
        let mut wishes = Vec::new();
        for (position, member_id) in members.iter().enumerate() {
            let id = match position {
                0 => erasure_id,
                _ => ErasureId::derived(now.id_ms(), &erasure_id.to_string(), &member_id.to_string()),
            };
            // The first of them carries the visitors; one that was merged into it only its own id.
            let anonymous_ids =
                if position == 0 { anonymous_ids.iter().cloned().collect() } else { Vec::new() };
            let report = purge(tx, *member_id, &anonymous_ids)?;
            let wish = Erasure {
                id,
                member_id: Some(*member_id),
                anonymous_ids,
                requested_at: now,
                finished_at: None,
                report,
            };
            erasure::put(tx, &wish)?;
            wishes.push(wish);
        }
        Ok(wishes.swap_remove(0))
    })
    .await?;
    shop.people_memo.clear();
    Ok(answer)
}

/// The members that are one person, the one asked for first.
fn person(tx: &mut Tx<'_>, id: MemberId) -> Result<Vec<MemberId>, FlowError> {
    let root = identity::root(tx, id)?;
    let mut found = vec![id];
    let mut open = vec![root];
    while let Some(member) = open.pop() {
        if member != id {
            found.push(member);
        }
        if found.len() > MEMBERS_MAX {
            return Err(FlowError::invalid("id", format!("more than {MEMBERS_MAX} members were merged")));
        }
        open.extend(identity::merged_into(tx, member)?);
    }
    Ok(found)
}

fn purge(tx: &mut Tx<'_>, member: MemberId, visitors: &[String]) -> Result<ErasureReport, StoreError> {
    let (mut rows, unlinked) = erasure::remove_member(tx, member)?;
    for visitor in visitors {
        rows += erasure::remove_visitor(tx, visitor)?;
    }
    Ok(ErasureReport { rows, unlinked, ..ErasureReport::default() })
}

/// Works on the oldest wish whose time has come; false when there is none. Safe to repeat at any point, and twice at
/// once. Blocks: call it on a thread of its own.
pub fn erase_next(shop: &Shop, now: Timestamp) -> Result<bool, FlowError> {
    let open =
        shop.store.read_blocking("erasure.open", |tx| Ok::<_, FlowError>(erasure::oldest_open(tx)?))?;
    let Some(mut wish) = open.filter(|wish| wish.requested_at.plus_seconds(WAIT_SECONDS) <= now) else {
        return Ok(false);
    };
    let Some(member) = wish.member_id else { return Ok(false) };
    let people = People {
        member_ids: BTreeSet::from([member]),
        anonymous_ids: wish.anonymous_ids.iter().cloned().collect(),
    };
    wish.report.log_events += erase_log(shop, &people)?;
    wish.report.lake_events += shop.lake.erase(&people, now)?.rows;
    let visitors = wish.anonymous_ids.clone();
    let again = shop
        .store
        .write_blocking("erasure.purge", move |tx| Ok::<_, FlowError>(purge(tx, member, &visitors)?))?;
    wish.report.rows += again.rows;
    wish.report.unlinked += again.unlinked;
    wish.report.found = find(shop, &people)?;
    for place in &wish.report.found {
        tracing::error!(erasure = %wish.id, place, "a person who was to be forgotten is still found");
    }
    wish.member_id = None;
    wish.anonymous_ids = Vec::new();
    wish.finished_at = Some(now);
    shop.store.write_blocking("erasure.done", move |tx| Ok::<_, FlowError>(erasure::put(tx, &wish)?))?;
    Ok(true)
}

/// Whether an event is of these people; one of another member on the same device is not.
fn is_of(people: &People, event: &Event) -> bool {
    let names_previous = |event: &Event| {
        let previous = event.properties.get("previous_member_id").and_then(serde_json::Value::as_str);
        previous.and_then(|text| text.parse().ok()).is_some_and(|id| people.member_ids.contains(&id))
    };
    match (&event.member_id, &event.anonymous_id) {
        (Some(member), _) => people.member_ids.contains(member) || names_previous(event),
        (None, Some(visitor)) => people.anonymous_ids.contains(visitor),
        (None, None) => false,
    }
}

fn erase_log(shop: &Shop, people: &People) -> Result<u64, FlowError> {
    let people = people.clone();
    let matches: Arc<dyn Fn(&Event) -> bool + Send + Sync> = Arc::new(move |event| is_of(&people, event));
    let (mut erased, mut from) = (0, Some(0));
    while let Some(offset) = from {
        let step = shop.log.erase_blocking(offset, matches.clone())?;
        erased += step.events;
        from = step.next;
    }
    Ok(erased)
}

/// Where people are still found: every row of every table, the log and the lake are looked at.
fn find(shop: &Shop, people: &People) -> Result<Vec<String>, FlowError> {
    let wanted = people.clone();
    let mut found = shop.store.read_blocking("erasure.scan", move |tx| {
        let mut found = Vec::new();
        for table in backup::TABLES.iter().filter(|table| table.name != "erasure") {
            let mut is_here = false;
            backup::read_table(tx, table, |row| {
                is_here |= row.iter().any(|value| names(&wanted, value));
                Ok(())
            })?;
            if is_here {
                found.push(table.name.to_owned());
            }
        }
        Ok::<_, FlowError>(found)
    })?;
    if erase_log(shop, people)? > 0 {
        found.push("log".to_owned());
    }
    if shop.lake.snapshot()?.count_events_of(people)? > 0 {
        found.push("lake".to_owned());
    }
    Ok(found)
}

/// Whether a value of a row names one of these people.
fn names(people: &People, value: &Value) -> bool {
    match value {
        Value::Bytes(bytes) => people.member_ids.iter().any(|id| id.to_bytes() == bytes.as_slice()),
        Value::Id(bytes) => people.member_ids.iter().any(|id| id.to_bytes() == *bytes),
        Value::Text(text) => {
            let of_visitor = |visitor: &String| {
                text == visitor
                    || *text == Actor::Visitor(visitor.clone()).to_string()
                    || text.contains(&format!("\"{visitor}\""))
            };
            people.member_ids.iter().any(|id| text.contains(&id.to_string()))
                || people.anonymous_ids.iter().any(of_visitor)
        }
        Value::Null | Value::Int(_) => false,
    }
}

/// A page of wishes, latest first.
pub async fn list_erasures(shop: &Shop, page: Page) -> Result<List<Erasure>, FlowError> {
    shop.store.read("erasure.list", move |tx| Ok(erasure::page(tx, &page)?)).await
}

/// A wish and what became of it.
pub async fn view_erasure(shop: &Shop, id: ErasureId) -> Result<Erasure, FlowError> {
    shop.store
        .read("erasure.view", move |tx| {
            erasure::by_id(tx, id)?.ok_or_else(|| FlowError::not_found("erasure", id))
        })
        .await
}
