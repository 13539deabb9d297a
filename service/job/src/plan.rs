//! Follows the event log and counts what breaks the tracking plan.

use std::time::Duration;

use mercat_flow::FlowError;
use mercat_flow::plan::follow_plan;

use crate::{Context, Step};

/// How long a violation may wait to be counted.
const PAUSE: Duration = Duration::from_secs(1);

pub(crate) fn step(context: &Context) -> Result<Step, FlowError> {
    match follow_plan(&context.shop)? {
        0 => Ok(Step::Idle(PAUSE)),
        _ => Ok(Step::Busy),
    }
}
