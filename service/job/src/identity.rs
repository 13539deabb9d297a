//! Follows the event log and keeps who is who.

use std::time::Duration;

use mercat_flow::FlowError;
use mercat_flow::identity::follow_identity;

use crate::{Context, Step};

/// How long a statement of who is who may wait to count.
const PAUSE: Duration = Duration::from_millis(500);

pub(crate) fn step(context: &Context) -> Result<Step, FlowError> {
    match follow_identity(&context.shop)? {
        0 => Ok(Step::Idle(PAUSE)),
        _ => Ok(Step::Busy),
    }
}
