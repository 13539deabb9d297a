//! Follows the event log and keeps members' recent history.

use std::time::Duration;

use mercat_flow::FlowError;
use mercat_flow::activity::follow_activity;

use crate::{Context, Step};

/// How long an event may wait to be seen in a profile.
const PAUSE: Duration = Duration::from_millis(500);

pub(crate) fn step(context: &Context) -> Result<Step, FlowError> {
    match follow_activity(&context.shop)? {
        0 => Ok(Step::Idle(PAUSE)),
        _ => Ok(Step::Busy),
    }
}
