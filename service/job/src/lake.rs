//! Seals the event log into the lake, merges the lake's small files, trims the log.

use std::time::Duration;

use mercat_flow::FlowError;
use mercat_flow::lake::{SealPace, compact_lake, seal, trim_log};

use crate::{Context, Step};

/// How long to wait when nothing is to be done.
const PAUSE: Duration = Duration::from_secs(10);

pub(crate) fn step(context: &Context) -> Result<Step, FlowError> {
    let (shop, now) = (&context.shop, (context.now)());
    let sealed = seal(shop, SealPace::default(), &context.holder, now)?;
    if sealed > 0 {
        tracing::debug!(events = sealed, "events went into the lake");
        return Ok(Step::Busy);
    }
    if compact_lake(shop, &context.holder, now)? {
        return Ok(Step::Busy);
    }
    let trimmed = trim_log(shop, now)?;
    if trimmed > 0 {
        tracing::info!(events = trimmed, "events that the lake holds left the log");
    }
    Ok(Step::Idle(PAUSE))
}
