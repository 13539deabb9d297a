//! Follows the event log for what is said of who is who; statements and offset in one transaction.
//!
//! The first member that a visitor is said to be keeps them: on a device of two people, each one's own events carry
//! their own member. A merge of two members goes to the end of the chain, so no circle can come about. What staff took
//! back stays taken back.

use mercat_model::{Actor, Event, EventKind, MemberId, MergeId};
use mercat_store::identity::{self, Merge, MergeOutcome};
use mercat_store::{StoreError, Tx, activity, follower};

use crate::error::FlowError;
use crate::shop::Shop;

/// The follower's name.
pub(crate) const NAME: &str = "identity";

/// Events of one step.
const EVENTS_A_STEP: usize = 5_000;

/// What an event says of who is who: the actor is the member.
struct Said<'a> {
    event: &'a Event,
    actor: Actor,
    member: MemberId,
}

/// One step: how many events were taken. Blocks: call it on a thread of its own.
///
/// Two servers may step at once: the second finds the offset moved and does nothing.
pub fn follow_identity(shop: &Shop) -> Result<u64, FlowError> {
    let offset = shop
        .store
        .read_blocking("identity.offset", |tx| Ok::<_, FlowError>(follower::next_offset(tx, NAME)?))?;
    let events = shop.log.read_blocking(offset, EVENTS_A_STEP)?;
    let Some((last, _)) = events.last() else { return Ok(0) };
    let (next, taken) = (last + 1, events.len() as u64);
    shop.store.write_blocking("identity.follow", move |tx| {
        if follower::next_offset(tx, NAME)? != offset {
            return Ok(0);
        }
        for said in events.iter().flat_map(|(_, event)| statements(event)) {
            take(tx, &said)?;
        }
        follower::set_next_offset(tx, NAME, next)?;
        Ok(taken)
    })
}

/// An identify says that the visitor is the member; an alias says it of a visitor or of another member.
fn statements(event: &Event) -> Vec<Said<'_>> {
    let Some(member) = event.member_id else { return Vec::new() };
    if !matches!(event.kind, EventKind::Identified | EventKind::Aliased) {
        return Vec::new();
    }
    let visitor = event.anonymous_id.clone().map(Actor::Visitor);
    let previous = event.properties.get("previous_member_id").and_then(|value| value.as_str()?.parse().ok());
    let previous = previous.map(Actor::Member);
    previous.into_iter().chain(visitor).map(|actor| Said { event, actor, member }).collect()
}

fn take(tx: &mut Tx<'_>, said: &Said<'_>) -> Result<(), StoreError> {
    if identity::said_before(tx, &said.actor, said.member)?.is_some() {
        return Ok(());
    }
    let into = identity::root(tx, said.member)?;
    let outcome = match &said.actor {
        Actor::Visitor(visitor) => {
            match identity::links(tx, std::slice::from_ref(visitor))?.remove(visitor) {
                None => MergeOutcome::Merged,
                Some(other) if identity::root(tx, other)? == into => return Ok(()),
                Some(_) => MergeOutcome::Conflict,
            }
        }
        Actor::Member(member) if *member == said.member => return Ok(()),
        Actor::Member(member) if identity::root(tx, *member)? == into => MergeOutcome::Cycle,
        Actor::Member(_) => MergeOutcome::Merged,
    };
    let merge = Merge {
        id: MergeId::derived(
            said.event.received_at.id_ms(),
            &said.member.to_string(),
            &said.actor.to_string(),
        ),
        actor: said.actor.clone(),
        member_id: said.member,
        outcome,
        event_id: said.event.id,
        source_id: said.event.source_id,
        merged_at: said.event.received_at,
        undone_at: None,
    };
    identity::merge(tx, &merge)?;
    if let (Actor::Visitor(visitor), MergeOutcome::Merged) = (&merge.actor, outcome) {
        activity::join_visitor(tx, visitor, into)?;
        activity::trim(tx, into)?;
    }
    Ok(())
}
