//! Asks one question of everybody's history: the lake, and what the log holds beyond it, as one scan.

use std::sync::Arc;

use mercat_analytics::AnalyticsError;
use mercat_analytics::behaviour::Operator;
use mercat_eventlog::READ_MAX;
use mercat_lake::{Scan, Snapshot, TimeRange};
use mercat_model::Event;

use crate::error::FlowError;
use crate::identity::load_people;
use crate::shop::Shop;

/// Reports that scan at once: one keeps every core busy, a second one lets nobody wait for a slow disk.
pub(crate) const SCANS_MAX: usize = 2;

/// Events beyond the lake that a report reads, some five seconds' work. Sealing keeps them far fewer; while it
/// stands still, a report covers the oldest of them and says so.
const UNSEALED_MAX: u64 = 200_000;

/// What an answer is based on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Events of the log that are not in the lake yet and were read beside it.
    pub unsealed: u64,
    /// Whether there were more of them than one report reads; the latest are missing then.
    pub cut: bool,
}

/// Scans the lake and the log beyond it, and answers with what was found.
pub(crate) async fn ask<O: Operator>(
    shop: &Arc<Shop>,
    question: O,
) -> Result<(O::Answer, Coverage), FlowError> {
    let closed = |_| FlowError::Internal("reports are closed".to_owned());
    let _turn = shop.scans.acquire().await.map_err(closed)?;
    let snapshot = shop.lake.snapshot()?;
    let (tail, coverage) = unsealed(shop, &snapshot, &question).await?;
    let shop = Arc::clone(shop);
    let answer = blocking(move || scan(&shop, &snapshot, &tail, &question)).await?;
    Ok((answer, coverage))
}

/// Runs what waits for a disk or keeps a core busy.
async fn blocking<T: Send + 'static>(
    work: impl FnOnce() -> Result<T, FlowError> + Send + 'static,
) -> Result<T, FlowError> {
    let stopped = |error| FlowError::Internal(format!("a report stopped: {error}"));
    tokio::task::spawn_blocking(work).await.map_err(stopped)?
}

/// The events of the question's span that are not in the lake.
async fn unsealed<O: Operator>(
    shop: &Shop,
    snapshot: &Snapshot,
    question: &O,
) -> Result<(Vec<Event>, Coverage), FlowError> {
    let (span, start) = (question.span(), snapshot.sealed_offset());
    let (mut offset, mut coverage, mut tail) = (start, Coverage::default(), Vec::new());
    loop {
        let events = shop.log.read(offset, READ_MAX).await?;
        let Some((last, _)) = events.last() else { return Ok((tail, coverage)) };
        if coverage.unsealed >= UNSEALED_MAX {
            coverage.cut = true;
            return Ok((tail, coverage));
        }
        offset = last + 1;
        coverage.unsealed += events.len() as u64;
        let inside = |event: &Event| event.occurred_at >= span.from() && event.occurred_at < span.until();
        tail.extend(events.into_iter().map(|(_, event)| event).filter(inside));
    }
}

/// One state a bucket, then all together.
fn scan<O: Operator>(
    shop: &Shop,
    snapshot: &Snapshot,
    tail: &[Event],
    question: &O,
) -> Result<O::Answer, FlowError> {
    let people = load_people(shop, tail.iter())?;
    let span = question.span();
    let asked = Scan {
        range: TimeRange { from: Some(span.from()), to: Some(span.until()) },
        texts: question.columns(),
        value: question.reads_value(),
    };
    let state = || question.state(&asked.texts);
    let observe = |state: &mut Result<O::State, AnalyticsError>, history: &mercat_model::History<'_>| {
        if let Ok(state) = state {
            O::observe(state, history);
        }
    };
    let mut states = vec![state()];
    states.extend(snapshot.scan(&asked, tail, &people, state, observe)?);
    people.checked()?;
    let mut states = states.into_iter();
    let first = states.next().unwrap_or_else(state)?;
    let all = states.try_fold(first, |all, state| Ok::<_, FlowError>(O::merge(all, state?)))?;
    Ok(O::finish(all))
}
