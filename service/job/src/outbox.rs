//! Relays the outbox into the event log.

use std::time::Duration;

use mercat_flow::FlowError;
use mercat_flow::relay::{Relay, relay};

use crate::{Context, Step};

/// How long an event may wait for the relay when nothing else does.
const PAUSE: Duration = Duration::from_millis(500);

pub(crate) fn step(context: &Context) -> Result<Step, FlowError> {
    match relay(&context.shop, &context.holder, (context.now)())? {
        Relay::Moved(_) => Ok(Step::Busy),
        Relay::Idle => Ok(Step::Idle(PAUSE)),
        Relay::Elsewhere => Ok(Step::Idle(10 * PAUSE)),
    }
}
