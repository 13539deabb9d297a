//! Moves events from the outbox into the log, one server at a time, each event once.

use mercat_eventlog::{LogError, Relayed};
use mercat_model::Timestamp;
use mercat_store::{StoreError, lease, outbox};

use crate::error::FlowError;
use crate::shop::Shop;

/// Events of one step.
const EVENTS_A_STEP: i64 = 1_000;

/// How long the lease holds: many times a step. A server that dies gives way after it, and one that slept past it
/// is refused by the log, which knows the epoch of its successor.
const LEASE_SECONDS: i64 = 5;

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Relay {
    /// So many events went into the log; more may wait.
    Moved(u64),
    /// Nothing waits.
    Idle,
    /// Another process holds the lease.
    Elsewhere,
}

/// One step; `holder` names this process. Blocks: call it on a thread of its own.
///
/// The batch is appended with its numbers before it leaves the outbox; a step that dies between is repeated and
/// the log leaves out what it has.
pub fn relay(shop: &Shop, holder: &str, now: Timestamp) -> Result<Relay, FlowError> {
    // Looked at without a write, so that an idle shop keeps its disk asleep.
    if shop.store.read_blocking("relay.look", outbox::is_empty)? {
        return Ok(Relay::Idle);
    }
    let name = holder.to_owned();
    let step = shop.store.write_blocking("relay.take", move |tx| {
        let Some(lease) = lease::take(tx, "relay", &name, now, LEASE_SECONDS)? else { return Ok(None) };
        Ok::<_, StoreError>(Some((lease.epoch, outbox::oldest(tx, EVENTS_A_STEP)?)))
    })?;
    let Some((epoch, waiting)) = step else { return Ok(Relay::Elsewhere) };
    if waiting.is_empty() {
        return Ok(Relay::Idle);
    }
    let (seqs, events): (Vec<i64>, Vec<_>) = waiting.into_iter().unzip();
    match shop.log.append_relayed_blocking(&events, Relayed { epoch, seqs: seqs.clone() }) {
        Err(LogError::Fenced(_)) => return Ok(Relay::Elsewhere),
        done => done?,
    };
    let moved = seqs.len() as u64;
    shop.store.write_blocking("relay.remove", move |tx| outbox::remove(tx, &seqs))?;
    Ok(Relay::Moved(moved))
}

/// Gives the lease back, so that another process need not wait for it to run out.
pub fn release(shop: &Shop, holder: &str) -> Result<(), FlowError> {
    let name = holder.to_owned();
    Ok(shop.store.write_blocking("relay.release", move |tx| lease::release(tx, "relay", &name))?)
}
